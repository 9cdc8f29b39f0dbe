"""The words in which figures are described: names, what is given, and what is asked of them."""

from __future__ import annotations

from typing import Final

FIGURES: Final = (
    "circle|semicircle|sector|square|rectangle|triangle|right triangle|equilateral triangle|"
    "isosceles triangle|parallelogram|rhombus|trapezium|cube|box|cylinder|cone|sphere|hemisphere|"
    "pyramid|prism"
)
GRAMMAR: Final = """
OF = [of|for|in|is]?
ITS = [its|it's|with|of|whose|has|having|and|their|has|where|when|if]?
THE = [its|it's|exact|total]*
OFFIG = [of {fig:figure}]?
EQ = [of|is|=|are|measures|measuring|equal to|equals|is equal to|that is|which is|of length]?
circle:
    OF [circle|circular {thing1:thing}|round {thing1:thing}|disc|disk|wheel]
semicircle:
    OF [semicircle|semi-circle|half circle]
sector:
    OF [sector|circle sector|circular sector|sector of circle|circle]
square:
    OF [square|square garden|square field|square room|square {thing1:word}]
rectangle:
    OF [rectangle|rectangular {thing1:thing}]
triangle:
    OF [triangle|triangular {thing1:thing}]
right triangle:
    [it is]? [right-angled|right angled]
    it has right angle
    OF [right triangle|right-angled triangle|right angled triangle|right angle triangle]
equilateral triangle:
    OF equilateral triangle
parallelogram:
    OF parallelogram
rhombus:
    OF rhombus
trapezium:
    OF [trapezium|trapezoid]
cube:
    OF [cube|cubical box|cubic box]
box:
    OF [closed]? [box|cuboid|rectangular box|rectangular prism|rectangular tank|rectangular pool|
        tank|
        rectangular solid|swimming pool|aquarium|fish tank|water tank|crate|carton|container]
cylinder:
    OF [closed|solid|right|circular]* [cylinder|cylindrical {thing1:thing}]
cone:
    OF [solid]? [cone|right circular cone]
sphere:
    OF [solid]? [sphere|ball]
hemisphere:
    OF [solid]? [hemisphere|half sphere]
prism:
    OF [right]? [triangular|hexagonal|pentagonal|trapezoidal]? prism
isosceles triangle:
    OF isosceles triangle
pyramid:
    OF [right]? [pyramid|square pyramid|square-based pyramid|square based pyramid|
        pyramid with square
        base]
r:
    ITS [radius|base radius|radius of base|radius of its base|r] OFFIG EQ {r:q}
    {r:q} radius
d:
    ITS [diameter|base diameter|diameter of base|d] OFFIG EQ {d:q}
    {d:q} [diameter|in diameter]
C:
    ITS circumference OFFIG EQ {C:pis}
A:
    ITS [area|base area|area of base|area of its base|cross-sectional area|cross section area|
        area of
        cross-section|area of cross section|area of its cross-section] OFFIG EQ {A:pis}
    ITS [base|cross-section|cross section] of area {A:pis}
P:
    ITS perimeter OFFIG EQ {P:q}
S:
    ITS [surface area|total surface area] OFFIG EQ {S:pis}
V:
    ITS [volume|capacity] OFFIG EQ {V:pis}
    [holds|contains|can hold] {V:pis}
s:
    ITS [side|sides|side length|length of side|length of edge|base edge|side of base|
        side of its base|
        base of side|square base of side|edge|edges|edge length|each side|side lengths|
        sides of length|
        base side|each edge] EQ [length]? [of]? {s:q} [long]?
    [each|1] side is {s:q} [long]?
    {s:q} [sides|on each side|side|on side|edges]
l:
    ITS length OFFIG EQ {l:q}
    [that|which|it|it's|{thing2:thing}]? [is|measures]? {l:q} [long|in length]
    ITS [length|l] OFFIG EQ {l:q}
    {l:q} long
w:
    ITS [width|breadth|w] OFFIG EQ {w:q}
    [it|it's]? is {w:q} [wide|in width]
    {w:q} [wide|in width]
h:
    ITS [height|altitude|perpendicular height|vertical height|depth|h] OFFIG EQ {h:q}
    [it|it's]? is {h:q} [high|tall|deep]
    {h:q} [high|tall|deep|in height]
b:
    ITS [base|base length|b] OFFIG EQ {b:q}
    {b:q} base
lw:
    ITS [dimensions|sides|sides of|dimensions of|measures|measuring|measuring]? EQ {l:q} [by|x|×|
        *] {w:q}
    ITS [length and width|length and breadth|sides] OFFIG EQ {l:q} and {w:q}
lwh:
    ITS [dimensions|sides|measures|measuring|edges]? EQ {l:q} [by|x|×|*] {w:q} [by|x|×|*] {h:q}
    ITS [dimensions|edges|sides] OFFIG EQ {l:q} {w:q} and {h:q}
bh:
    ITS base and height OFFIG EQ {b:q} and {h:q}
legs:
    ITS [legs|two legs|2 legs|shorter sides|2 shorter sides|perpendicular sides|two shorter
        sides|sides|short sides|other 2 sides|2 sides|adjacent sides] OFFIG EQ [length|
        lengths]? [of|
        are]? {a1:q} and {a2:q} [long]?
    ITS [parallel sides|2 parallel sides|bases] EQ [length|lengths]? [of|are]? {a1:q} and {a2:q}
        [long]?
    ITS diagonals OFFIG EQ [length|lengths]? [of|are]? {d1:q} and {d2:q} [long]?
    ITS [legs|sides|both legs] OFFIG [are|is]? [both|each] {both:q} [long]?
equal sides:
    ITS [equal sides|2 equal sides] OFFIG EQ [each|both]? {s:q} [long]? [each]?
    [has|with|and|its]? 2 sides [of|are] [length]? {s:q} [each|long]*
leg:
    ITS [1|one]? [leg|side|other side|other leg] EQ [length]? [of]? {a1:q} [long]?
c:
    ITS hypotenuse OFFIG EQ {c:q} [long]?
three:
    ITS [sides|side lengths|sides of length|sides of lengths|3 sides] OFFIG EQ {a1:q} {a2:q} and
        {a3:q} [long]?
    ITS [sides|side lengths] OFFIG EQ {a1:q} {a2:q} {a3:q}
D:
    ITS diagonal OFFIG EQ {D:q}
z:
    ITS [slant height|slant|l] OFFIG EQ {z:q}
t:
    ITS [central angle|angle|angle at centre|centre angle|center angle] OFFIG EQ {t} [degrees|
        degree|°]
    ITS [central angle|angle] OFFIG EQ {t}°
    {t}{deg:deg} [degree|degrees]? [central angle|angle]
u:
    ITS [central angle|angle|angle at centre|centre angle|center angle] OFFIG EQ {u} [radians|
        radian|rad]
    ITS [central angle|angle|angle at centre|centre angle|center angle] OFFIG EQ {u:radians}
        [radians|radian|rad]?
    {u} [radians|radian] [central angle|angle]
L:
    ITS [arc length|length of arc|length of its arc|arc] OFFIG EQ [length]? [of]? {L:pis} [long]?
r of figure:
    ITS [arc length|length of arc|arc] of {fig:figure} [of|with] radius {r:q} EQ {L:pis} [long]?
    ITS area of {fig:figure} [of|with] radius {r:q} EQ {A:pis}
    ITS volume of {fig:figure} [of|with] [base]? radius {r:q} EQ {V:pis}
k:
    ITS [chord|chord of circle] EQ [length]? [of]? {k:q} [long]?
    [draws|draw]? {k:q} chord
    ITS length of chord EQ {k:q}
m:
    ITS chord [is|which is|that is|lies|at]? {m:q} [away]? from [its]? [centre|center]
    [it]? [is|lies] {m:q} [away]? from [its]? [centre|center]
    ITS distance [of|from] chord [to|from] [its]? [centre|center] EQ {m:q}
    ITS chord [at|with]? distance [of]? {m:q} from [its]? [centre|center]
drawn:
    [is|which is|that is] drawn
included:
    angle between [them|these sides|2 sides|its sides|sides] EQ {t}{deg:deg} [degree|degrees]?
    ITS included angle EQ {t}{deg:deg} [degree|degrees]?
asked area:
    [FIND]? THE area [of it]?
    how big is area
asked curved:
    [FIND]? THE [curved surface area|lateral surface area|lateral area|curved surface] [of it]?
asked third:
    [FIND|how long is] THE [third side|length of third side|side opposite [it|angle]|other side|
        remaining side]
asked perimeter:
    [FIND]? THE perimeter [of it]?
    [FIND|how long is] distance around
asked circumference:
    [FIND]? THE [circumference|perimeter] [of it]?
asked volume:
    [FIND]? THE volume [of it]?
asked surface:
    [FIND]? THE [surface area|surface] [of it]?
asked radius:
    [FIND]? THE radius
    how long is its radius
asked diameter:
    [FIND]? THE diameter
asked side:
    [FIND]? THE [side|side length|length of side|length of its side|length of each
        side|length
        of 1 side|length of sides|edge|edge length|length of edge|length of its edge|each side]
    how long is [each|1|a]? [side|edge]
asked diagonal:
    [FIND|how long is] THE [diagonal|length of diagonal|length of its diagonal|long diagonal|space
        diagonal|body diagonal|length of space diagonal|length of longest diagonal] [exactly]?
    FIND [length of]? longest [straight]? [rod|stick|pole|pencil|straw|stick|ruler|wire] [that|
        which]?
        [fits|will fit|can fit|can be placed|could fit|can be put] [inside|in|into]?
    how long is longest [straight]? [rod|stick|pole|pencil|straw|stick|ruler|wire] [that|which]?
        [fits|will fit|can fit|can be placed|could fit|can be put] [inside|in|into]?
asked length:
    [FIND]? THE length
    how long is [it|rectangle]
asked width:
    [FIND]? THE [width|breadth]
    how wide is [it|rectangle]
asked height:
    [FIND]? THE [height|altitude|depth]
    how [high|tall|deep] is [it|{fig:figure}|{thing2:thing}]
asked base:
    [FIND]? THE [base|length of base]
asked hypotenuse:
    [FIND|how long is] THE [hypotenuse|length of hypotenuse|length of its hypotenuse|length
        of longest side|longest side]
asked leg:
    [FIND|how long is] THE [other leg|length of other leg|missing leg|other side|length of
        other side|third side|length of third side|missing side|length of remaining leg]
asked slant:
    [FIND]? THE [slant height|slant length|length of slant side]
asked angle:
    [FIND]? THE [angle|central angle|angle at centre|angle of sector] [of it]? in radians
asked degrees:
    [FIND]? THE [angle|central angle|angle at centre|angle of sector] [of it]? in degrees
asked chord:
    [FIND|how long is] THE [chord|length of chord]
asked distance:
    [FIND]? THE [perpendicular|shortest]? distance [of|from] [chord|it] [from|to] [its]? [centre|
        center]
    [FIND]? THE [perpendicular|shortest]? distance [of|from] [its]? [centre|center] [from|to]
        [chord|
        it]
    how far [away]? is [it|chord] from [its]? [centre|center]
    how far [away]? from [its]? [centre|center] is [it|chord]
asked arc:
    [FIND|how long is] THE [arc length|length of arc|length of its arc|arc]
capacity:
    how many {out:litres} [of {thing3:thing}]? [will|does|can|could|would|do] [it]?
    how many {out:litres} [of {thing3:thing}]? [will|does|can|could|would|do] it hold [when full]?
hold:
    [hold|holds|contain] [when full|when it is full]?
pi:
    [use|using|take|taking|let|with|and use|assume] [pi|π] [=|as|is|to be|≈]? {pi}
    [leave|leaving|keep] [pi|π] in [answer|your answer|it]?
    [in terms of|leave in terms of|answer in terms of|leaving in terms of|give answer in terms of|
        leave answer in terms of|leave your
        answer in terms of] [pi|π]
"""
