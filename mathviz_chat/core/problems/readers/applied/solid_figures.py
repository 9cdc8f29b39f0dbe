"""Formulas of solids: what is asked of which solid, from what is given.

r radius, d diameter, A area of the base or the cross-section, V volume, S surface area, s edge or
side of the base, l length, w width, h height, z slant height. The notation is read by ``figures``.
"""

from __future__ import annotations

from typing import Final

TABLE: Final = """
cube, diagonal
    V: diagonal = edge * sqrt(3)
        s = cbrt(V) | Take the cube root for the edge
        d = s*sqrt(3) | Multiply by sqrt(3)
        check answer^6 = 27*V^2
    s: diagonal = edge * sqrt(3)
        d = s*sqrt(3) | Multiply by sqrt(3)
        check answer^2 = s^2 + s^2 + s^2
cube, volume
    S: volume = edge^3
        q = S/6 | Divide the surface area by 6 for one face
        s = sqrt(q) | Take the square root for the edge
        v = s^3 | Cube the edge
        check 6*cbrt(answer)^2 = S
    s: volume = edge^3
        v = s^3 | Cube the edge
        check answer/(s*s) = s
cube, surface
    V: surface area = 6 * edge^2
        s = cbrt(V) | Take the cube root for the edge
        q = s^2 | Square the edge
        a = 6*q | Multiply by 6, the number of faces
        check (answer/6)^3 = V^2
    s: surface area = 6 * edge^2
        q = s^2 | Square the edge
        a = 6*q | Multiply by 6, the number of faces
        check answer/(6*s) = s
cube, side
    V: edge = cube root of the volume
        s = cbrt(V) | Take the cube root
        check answer^3 = V
    S: edge = square root of a sixth of the surface area
        q = S/6 | Divide the surface area by 6 for one face
        s = sqrt(q) | Take the square root
        check 6*answer^2 = S
box, diagonal
    h l w: diagonal^2 = length^2 + width^2 + height^2
        q = l^2 + w^2 + h^2 | Add the squares
        d = sqrt(q) | Take the square root
        check answer^2 - h*h - w*w = l*l
box, volume
    A h: volume = area of the base * height
        v = A*h | Multiply
        check answer/h = A
    h l w: volume = length * width * height
        v = l*w*h | Multiply
        check answer/(w*h) = l
box, surface
    h l w: surface area = 2 * (l w + l h + w h)
        s = l*w + l*h + w*h | Add the areas of three faces
        a = 2*s | Double the sum
        check answer/2 - h*(l + w) = l*w
box, height
    V l w: height = volume / (length * width)
        q = l*w | Multiply the length by the width
        h = V/q | Divide the volume by it
        check answer*l*w = V
box, length
    V h w: length = volume / (width * height)
        q = w*h | Multiply the width by the height
        l = V/q | Divide the volume by it
        check answer*w*h = V
box, width
    V h l: width = volume / (length * height)
        q = l*h | Multiply the length by the height
        w = V/q | Divide the volume by it
        check answer*l*h = V
prism, volume
    A h: volume = area of the cross-section * length
        v = A*h | Multiply
        check answer/h = A
    A l: volume = area of the cross-section * length
        v = A*l | Multiply
        check answer/l = A
prism, length
    A V: length = volume / area of the cross-section
        l = V/A | Divide
        check answer*A = V
cylinder, volume
    A h: volume = area of the base * height
        v = A*h | Multiply
        check answer/h = A
    h r: volume = pi * radius^2 * height
        v = pi*r^2*h | Put the numbers in
        check sqrt(answer/(pi*h)) = r
    d h: volume = pi * radius^2 * height
        r = d/2 | Halve the diameter
        v = pi*r^2*h | Put the numbers in
        check 4*answer/(pi*h) = d*d
cylinder, surface
    h r: surface area = 2 * pi * radius * (radius + height)
        a = 2*pi*r*(r + h) | Put the numbers in
        check answer/(2*pi*r) - h = r
    d h: surface area = 2 * pi * radius * (radius + height)
        r = d/2 | Halve the diameter
        a = 2*pi*r*(r + h) | Put the numbers in
        check 2*answer/(pi*d) - 2*h = d
cylinder, curved
    h r: curved surface area = 2 * pi * radius * height
        a = 2*pi*r*h | Put the numbers in
        check answer/(2*pi*r) = h
    d h: curved surface area = pi * diameter * height
        a = pi*d*h | Put the numbers in
        check answer/(pi*d) = h
cylinder, height
    V d: height = volume / (pi * radius^2)
        r = d/2 | Halve the diameter
        q = pi*r^2 | Find the area of the base
        h = V/q | Divide the volume by it
        check pi*d*d*answer/4 = V
    V r: height = volume / (pi * radius^2)
        h = V/(pi*r^2) | Divide the volume by the area of the base
        check sqrt(V/(pi*answer)) = r
cylinder, radius
    V h: radius = sqrt(volume / (pi * height))
        q = V/(pi*h) | Divide the volume by pi times the height
        r = sqrt(q) | Take the square root
        check pi*answer^2*h = V
cone, volume
    h r: volume = pi * radius^2 * height / 3
        v = pi*r^2*h/3 | Put the numbers in
        check sqrt(3*answer/(pi*h)) = r
    d h: volume = pi * radius^2 * height / 3
        r = d/2 | Halve the diameter
        v = pi*r^2*h/3 | Put the numbers in
        check 12*answer/(pi*h) = d*d
cone, surface
    r z: surface area = pi * radius * (radius + slant height)
        a = pi*r*(r + z) | Put the numbers in
        check answer/(pi*r) - z = r
    h r: surface area = pi * radius * (radius + slant height)
        z = sqrt(r^2 + h^2) | Pythagoras for the slant height
        a = pi*r*(r + z) | Put the numbers in
        check (answer/(pi*r) - r)^2 - h^2 = r^2
cone, curved
    r z: curved surface area = pi * radius * slant height
        a = pi*r*z | Put the numbers in
        check answer/(pi*r) = z
    h r: curved surface area = pi * radius * slant height
        z = sqrt(r^2 + h^2) | Pythagoras for the slant height
        a = pi*r*z | Put the numbers in
        check (answer/(pi*r))^2 - h^2 = r^2
cone, radius
    V h: radius = sqrt(3 * volume / (pi * height))
        q = 3*V/(pi*h) | Divide three times the volume
        r = sqrt(q) | Take the square root
        check pi*answer^2*h/3 = V
cone, slant
    h r: Pythagoras: slant height^2 = radius^2 + height^2
        q = r^2 + h^2 | Add the squares
        z = sqrt(q) | Take the square root
        check answer^2 - r*r = h*h
cone, height
    r z: Pythagoras: height^2 = slant height^2 - radius^2
        q = z^2 - r^2 | Subtract the squares
        h = sqrt(q) | Take the square root
        check answer^2 + r*r = z*z
    V r: height = 3 * volume / (pi * radius^2)
        h = 3*V/(pi*r^2) | Divide three times the volume by the area of the base
        check pi*r^2*answer/3 = V
hemisphere, volume
    r: volume = 2/3 * pi * radius^3
        v = 2/3*pi*r^3 | Put the radius in
        check 3*answer/(2*pi*r*r) = r
    d: volume = 2/3 * pi * radius^3
        r = d/2 | Halve the diameter
        v = 2/3*pi*r^3 | Put the radius in
        check 12*answer/pi = d^3
hemisphere, curved
    r: curved surface area = 2 * pi * radius^2
        a = 2*pi*r^2 | Put the radius in
        check sqrt(2*answer/pi) = 2*r
hemisphere, surface
    r: total surface area = 3 * pi * radius^2
        a = 3*pi*r^2 | Put the radius in
        check sqrt(answer/(3*pi)) = r
sphere, radius
    V: radius = cube root of (3 * volume / (4 pi))
        q = 3*V/(4*pi) | Divide three times the volume by 4 pi
        r = cbrt(q) | Take the cube root
        check 4/3*pi*answer^3 = V
    S: radius = sqrt(surface area / (4 pi))
        q = S/(4*pi) | Divide by 4 pi
        r = sqrt(q) | Take the square root
        check 4*pi*answer^2 = S
sphere, volume
    S: volume = 4/3 * pi * radius^3
        q = S/(4*pi) | Divide by 4 pi for the square of the radius
        r = sqrt(q) | Take the square root
        v = 4/3*pi*r^3 | Put the radius in
        check 36*pi*answer^2 = S^3
    r: volume = 4/3 * pi * radius^3
        v = 4/3*pi*r^3 | Put the radius in
        check 3*answer/(4*pi*r*r) = r
    d: volume = 4/3 * pi * radius^3
        r = d/2 | Halve the diameter
        v = 4/3*pi*r^3 | Put the radius in
        check 6*answer/pi = d^3
sphere, surface
    V: surface area = 4 * pi * radius^2
        r = cbrt(3*V/(4*pi)) | Take the cube root for the radius
        a = 4*pi*r^2 | Put the radius in
        check answer^3 = 36*pi*V^2
    r: surface area = 4 * pi * radius^2
        a = 4*pi*r^2 | Put the radius in
        check sqrt(answer/pi) = 2*r
    d: surface area = pi * diameter^2
        a = pi*d^2 | Put the diameter in
        check sqrt(answer/pi) = d
pyramid, volume
    A h: volume = area of the base * height / 3
        p = A*h | Multiply the base by the height
        v = p/3 | Divide by 3
        check 3*answer/h = A
    h s: volume = area of the base * height / 3
        q = s^2 | Square the side for the area of the base
        v = q*h/3 | Multiply by the height, divide by 3
        check sqrt(3*answer/h) = s
pyramid, height
    A V: height = 3 * volume / area of the base
        q = 3*V | Multiply the volume by 3
        h = q/A | Divide by the area of the base
        check A*answer/3 = V
    V s: height = 3 * volume / side^2
        q = 3*V | Multiply the volume by 3
        h = q/s^2 | Divide by the area of the base
        check s*s*answer/3 = V
"""
