"""Formulas of plane figures: what is asked of which figure, from what is given.

r radius, d diameter, C circumference, A area, P perimeter, s side, l length, w width, h height,
b base, D diagonal, d1 d2 diagonals, a1 a2 a3 sides (legs, parallel sides), c hypotenuse, t angle
in degrees, u in radians, L arc length, k chord, m its distance from the centre. The
notation is read by ``figures``.
"""

from __future__ import annotations

from typing import Final

TABLE: Final = """
circle, area
    r: area = pi * radius^2
        a = pi*r^2 | Put the radius in
        check sqrt(answer/pi) = r
    d: area = pi * radius^2
        r = d/2 | Halve the diameter
        a = pi*r^2 | Put the radius in
        check 4*answer = pi*d*d
    C: area = circumference^2 / (4 pi)
        a = C^2/(4*pi) | Put the circumference in
        check 2*sqrt(answer*pi) = C
circle, circumference
    r: circumference = 2 * pi * radius
        c = 2*pi*r | Put the radius in
        check answer/(2*r) = pi
    d: circumference = pi * diameter
        c = pi*d | Put the diameter in
        check answer/d = pi
    A: circumference = 2 * sqrt(pi * area)
        c = 2*sqrt(pi*A) | Put the area in
        check answer^2/(4*pi) = A
circle, radius
    d: radius = diameter / 2
        r = d/2 | Halve the diameter
        check answer + answer = d
    k m: Pythagoras: radius^2 = (chord/2)^2 + distance^2
        e = k/2 | Halve the chord
        q = e^2 + m^2 | Add the squares
        r = sqrt(q) | Take the square root
        check answer^2 - m*m = k*k/4
    C: radius = circumference / (2 pi)
        r = C/(2*pi) | Divide by 2 pi
        check 2*pi*answer = C
    A: radius = sqrt(area / pi)
        r = sqrt(A/pi) | Take the square root
        check pi*answer^2 = A
circle, chord
    r m: Pythagoras: (chord/2)^2 = radius^2 - distance^2
        q = r^2 - m^2 | Subtract the squares
        e = sqrt(q) | Take the square root for half the chord
        c = 2*e | Double it
        check answer^2/4 + m*m = r*r
circle, distance
    k r: Pythagoras: distance^2 = radius^2 - (chord/2)^2
        e = k/2 | Halve the chord
        q = r^2 - e^2 | Subtract the squares
        m = sqrt(q) | Take the square root
        check answer^2 + k*k/4 = r*r
circle, diameter
    A: diameter = 2 * sqrt(area / pi)
        r = sqrt(A/pi) | Take the square root for the radius
        d = 2*r | Double the radius
        check pi*answer^2/4 = A
    r: diameter = 2 * radius
        d = 2*r | Double the radius
        check answer/2 = r
    C: diameter = circumference / pi
        d = C/pi | Divide by pi
        check pi*answer = C
semicircle, area
    r: area = pi * radius^2 / 2
        a = pi*r^2/2 | Put the radius in
        check sqrt(2*answer/pi) = r
    d: area = pi * radius^2 / 2
        r = d/2 | Halve the diameter
        a = pi*r^2/2 | Put the radius in
        check 8*answer = pi*d*d
semicircle, perimeter
    r: perimeter = half the circumference + diameter
        h = pi*r | Half the circumference is pi times the radius
        k = 2*r | Double the radius for the diameter
        p = h + k | Add the diameter
        check (answer - r - r)/r = pi
    d: perimeter = half the circumference + diameter
        h = pi*d/2 | Half the circumference is pi times half the diameter
        p = h + d | Add the diameter
        check 2*(answer - d)/d = pi
sector, perimeter
    r t: perimeter = arc + 2 * radius
        b = t/360*2*pi*r | Put the numbers in for the arc
        k = 2*r | Double the radius
        p = b + k | Add both radii
        check (answer - r - r)/(2*pi*r) = t/360
    r u: perimeter = arc + 2 * radius
        b = r*u | Multiply the radius by the angle for the arc
        k = 2*r | Double the radius
        p = b + k | Add both radii
        check (answer - r - r)/r = u
    L r: perimeter = arc + 2 * radius
        k = 2*r | Double the radius
        p = L + k | Add both radii
        check answer - r - r = L
sector, area
    r u: area = radius^2 * angle / 2
        a = r^2*u/2 | Put the numbers in
        check 2*answer/(r*r) = u
    L r: area = radius * arc / 2
        a = r*L/2 | Put the numbers in
        check 2*answer/r = L
    r t: area = angle/360 * pi * radius^2
        a = t/360*pi*r^2 | Put the numbers in
        check answer/(pi*r*r) = t/360
sector, angle
    L r: angle = arc / radius
        u = L/r | Divide the arc by the radius
        check answer*r = L
    A r: angle = 2 * area / radius^2
        q = 2*A | Double the area
        u = q/r^2 | Divide by the square of the radius
        check answer*r*r/2 = A
sector, degrees
    L r: arc = angle/360 * 2 * pi * radius
        c = 2*pi*r | Find the circumference of the whole circle
        t = L/c*360 | Take that part of 360 degrees
        check answer/360*(2*pi*r) = L
    A r: area = angle/360 * pi * radius^2
        c = pi*r^2 | Find the area of the whole circle
        t = A/c*360 | Take that part of 360 degrees
        check answer/360*(pi*r*r) = A
sector, radius
    L u: radius = arc / angle
        r = L/u | Divide the arc by the angle
        check answer*u = L
    L t: radius = arc / (angle/360 * 2 * pi)
        q = t/360*2*pi | Find the arc of a circle with radius 1
        r = L/q | Divide by it
        check t/360*2*pi*answer = L
    A u: radius = sqrt(2 * area / angle)
        q = 2*A/u | Divide twice the area by the angle
        r = sqrt(q) | Take the square root
        check answer^2*u/2 = A
    A t: radius = sqrt(area / (angle/360 * pi))
        q = A/(t/360*pi) | Divide by the area for the radius 1
        r = sqrt(q) | Take the square root
        check t/360*pi*answer^2 = A
sector, arc
    r u: arc length = radius * angle
        b = r*u | Multiply the radius by the angle
        check answer/r = u
    A r: arc length = 2 * area / radius
        q = 2*A | Double the area
        b = q/r | Divide by the radius
        check answer*r/2 = A
    r t: arc length = angle/360 * 2 * pi * radius
        a = t/360*2*pi*r | Put the numbers in
        check answer/(2*pi*r) = t/360
square, area
    s: area = side^2
        a = s^2 | Square the side
        check answer/s = s
    P: area = side^2
        s = P/4 | Divide the perimeter by 4
        a = s^2 | Square the side
        check 4*sqrt(answer) = P
    D: area = diagonal^2 / 2
        a = D^2/2 | Put the diagonal in
        check sqrt(2*answer) = D
square, perimeter
    s: perimeter = 4 * side
        p = 4*s | Multiply the side by 4
        check answer - 3*s = s
    A: perimeter = 4 * side
        s = sqrt(A) | Take the square root of the area
        p = 4*s | Multiply the side by 4
        check (answer/4)^2 = A
square, side
    A: side = sqrt(area)
        s = sqrt(A) | Take the square root of the area
        check answer*answer = A
    P: side = perimeter / 4
        s = P/4 | Divide the perimeter by 4
        check 4*answer = P
    D: side = diagonal / sqrt(2)
        s = D/sqrt(2) | Divide by sqrt(2)
        check 2*answer^2 = D^2
square, diagonal
    s: diagonal = side * sqrt(2)
        d = s*sqrt(2) | Multiply by sqrt(2)
        check answer^2 = s^2 + s^2
rectangle, area
    l w: area = length * width
        a = l*w | Multiply the length by the width
        check answer/w = l
    P l: area = length * width
        h = P/2 | Halve the perimeter
        w = h - l | Subtract the length
        a = l*w | Multiply the length by the width
        check 2*(l + answer/l) = P
    P w: area = length * width
        h = P/2 | Halve the perimeter
        l = h - w | Subtract the width
        a = l*w | Multiply the length by the width
        check 2*(w + answer/w) = P
rectangle, perimeter
    l w: perimeter = 2 * (length + width)
        h = l + w | Add the length and the width
        p = 2*h | Double the sum
        check answer - l - w - l = w
    A l: perimeter = 2 * (length + width)
        w = A/l | Divide the area by the length
        h = l + w | Add the length and the width
        p = 2*h | Double the sum
        check (answer/2 - l)*l = A
    A w: perimeter = 2 * (length + width)
        l = A/w | Divide the area by the width
        h = l + w | Add the length and the width
        p = 2*h | Double the sum
        check (answer/2 - w)*w = A
rectangle, width
    A l: width = area / length
        w = A/l | Divide the area by the length
        check answer*l = A
    P l: width = perimeter/2 - length
        h = P/2 | Halve the perimeter
        w = h - l | Subtract the length
        check 2*(answer + l) = P
    D l: width^2 = diagonal^2 - length^2
        q = D^2 - l^2 | Subtract the squares
        w = sqrt(q) | Take the square root
        check answer^2 + l^2 = D^2
rectangle, length
    A w: length = area / width
        l = A/w | Divide the area by the width
        check answer*w = A
    P w: length = perimeter/2 - width
        h = P/2 | Halve the perimeter
        l = h - w | Subtract the width
        check 2*(answer + w) = P
    D w: length^2 = diagonal^2 - width^2
        q = D^2 - w^2 | Subtract the squares
        l = sqrt(q) | Take the square root
        check answer^2 + w^2 = D^2
rectangle, diagonal
    l w: diagonal^2 = length^2 + width^2
        q = l^2 + w^2 | Add the squares
        d = sqrt(q) | Take the square root
        check answer^2 - l*l = w*w
triangle, area
    b h: area = base * height / 2
        p = b*h | Multiply the base by the height
        a = p/2 | Halve the product
        check 2*answer/h = b
    a1 a2 a3: Heron's formula: area = sqrt(s(s - a)(s - b)(s - c)) with s half the perimeter
        s = (a1 + a2 + a3)/2 | Find half the perimeter
        q = s*(s - a1)*(s - a2)*(s - a3) | Multiply
        a = sqrt(q) | Take the square root
        check 16*answer^2 = 4*a1^2*a2^2 - (a1^2 + a2^2 - a3^2)^2
    a1 a2 t: area = side * side * sin(angle between) / 2
        h = a1*sin(t°) | Multiply a side by the sine for the height
        a = h*a2/2 | Multiply by the other side, halve the product
        check (2*answer/(a1*a2))^2 + cos(t*pi/180)^2 = 1
triangle, third
    a1 a2 t: law of cosines: third^2 = side^2 + side^2 - 2 * side * side * cos(angle between)
        q = a1^2 + a2^2 - 2*a1*a2*cos(t°) | Put the numbers in
        c = sqrt(q) | Take the square root
        check (a1 - a2*cos(t*pi/180))^2 + (a2*sin(t*pi/180))^2 = answer^2
isosceles triangle, height
    b s: Pythagoras: height^2 = side^2 - (base/2)^2
        k = b/2 | Halve the base
        q = s^2 - k^2 | Subtract the squares
        h = sqrt(q) | Take the square root
        check answer^2 + b*b/4 = s*s
isosceles triangle, area
    b s: area = base * height / 2
        k = b/2 | Halve the base
        q = s^2 - k^2 | Subtract the squares
        h = sqrt(q) | Take the square root for the height
        a = k*h | Multiply half the base by the height
        check 16*answer^2 = 4*b^2*s^2 - b^4
    b h: area = base * height / 2
        p = b*h | Multiply the base by the height
        a = p/2 | Halve the product
        check 2*answer/h = b
isosceles triangle, perimeter
    b s: perimeter = sum of the sides
        p = s + s + b | Add the sides
        check answer - b = 2*s
right triangle, area
    a1 a2: area = leg * leg / 2
        p = a1*a2 | Multiply the legs
        a = p/2 | Halve the product
        check 2*answer/a2 = a1
    b h: area = base * height / 2
        p = b*h | Multiply the base by the height
        a = p/2 | Halve the product
        check 2*answer/h = b
    a1 c: area = leg * leg / 2
        q = c^2 - a1^2 | Subtract the squares
        l = sqrt(q) | Take the square root for the other leg
        a = a1*l/2 | Halve the product of the legs
        check (2*answer/a1)^2 + a1^2 = c^2
triangle, perimeter
    a1 a2 a3: perimeter = sum of the sides
        p = a1 + a2 + a3 | Add the sides
        check answer - a3 - a2 = a1
equilateral triangle, perimeter
    s: perimeter = 3 * side
        p = 3*s | Multiply the side by 3
        check answer - s - s = s
equilateral triangle, area
    s: area = sqrt(3)/4 * side^2
        a = sqrt(3)/4*s^2 | Put the side in
        check (4*answer/(s*s))^2 = 3
equilateral triangle, height
    s: height = sqrt(3)/2 * side
        h = sqrt(3)/2*s | Put the side in
        check answer^2 + (s/2)^2 = s^2
equilateral triangle, side
    P: side = perimeter / 3
        s = P/3 | Divide the perimeter by 3
        check answer + answer + answer = P
triangle, height
    A b: height = 2 * area / base
        q = 2*A | Double the area
        h = q/b | Divide by the base
        check answer*b/2 = A
triangle, base
    A h: base = 2 * area / height
        q = 2*A | Double the area
        b = q/h | Divide by the height
        check answer*h/2 = A
right triangle, hypotenuse
    a1 a2: Pythagoras: hypotenuse^2 = leg^2 + leg^2
        q = a1^2 + a2^2 | Add the squares of the legs
        c = sqrt(q) | Take the square root
        check answer^2 - a1*a1 = a2*a2
right triangle, leg
    a1 c: Pythagoras: leg^2 = hypotenuse^2 - leg^2
        q = c^2 - a1^2 | Subtract the squares
        l = sqrt(q) | Take the square root
        check answer^2 + a1*a1 = c*c
right triangle, perimeter
    a1 a2: Pythagoras: hypotenuse^2 = leg^2 + leg^2
        q = a1^2 + a2^2 | Add the squares of the legs
        c = sqrt(q) | Take the square root for the hypotenuse
        p = a1 + a2 + c | Add the sides
        check (answer - a1 - a2)^2 = a1^2 + a2^2
parallelogram, height
    A b: height = area / base
        h = A/b | Divide the area by the base
        check answer*b = A
parallelogram, base
    A h: base = area / height
        b = A/h | Divide the area by the height
        check answer*h = A
parallelogram, area
    b h: area = base * height
        a = b*h | Multiply the base by the height
        check answer/h = b
parallelogram, perimeter
    a1 a2: perimeter = 2 * (side + side)
        h = a1 + a2 | Add the sides
        p = 2*h | Double the sum
        check answer - a1 - a2 - a1 = a2
rhombus, area
    d1 d2: area = diagonal * diagonal / 2
        p = d1*d2 | Multiply the diagonals
        a = p/2 | Halve the product
        check 2*answer/d1 = d2
    b h: area = base * height
        a = b*h | Multiply the base by the height
        check answer/h = b
rhombus, side
    d1 d2: Pythagoras: side^2 = (diagonal/2)^2 + (diagonal/2)^2
        q = (d1/2)^2 + (d2/2)^2 | Add the squares of half the diagonals
        s = sqrt(q) | Take the square root
        check 4*answer^2 - d1*d1 = d2*d2
    P: side = perimeter / 4
        s = P/4 | Divide the perimeter by 4
        check answer + answer + answer + answer = P
rhombus, perimeter
    d1 d2: Pythagoras: side^2 = (diagonal/2)^2 + (diagonal/2)^2
        q = (d1/2)^2 + (d2/2)^2 | Add the squares of half the diagonals
        s = sqrt(q) | Take the square root for the side
        p = 4*s | Multiply the side by 4
        check answer^2/4 - d1*d1 = d2*d2
    s: perimeter = 4 * side
        p = 4*s | Multiply the side by 4
        check answer - 3*s = s
trapezium, area
    a1 a2 h: area = (sum of the parallel sides) / 2 * height
        s = a1 + a2 | Add the parallel sides
        m = s/2 | Halve the sum
        a = m*h | Multiply by the height
        check 2*answer/h - a2 = a1
trapezium, height
    A a1 a2: height = 2 * area / (sum of the parallel sides)
        s = a1 + a2 | Add the parallel sides
        h = 2*A/s | Divide twice the area by the sum
        check answer*(a1 + a2)/2 = A
"""
