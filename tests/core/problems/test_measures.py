"""Questions on dates, times, data, digits, chances and measures as people put them."""

from __future__ import annotations

import pytest

from mathviz_chat.core.problems import Unread, judge_answer, read_question
from mathviz_chat.core.solving import Unsolved, solve
from mathviz_chat.core.verdict import AnswerVerdict

READ = (
    # question, answer, why it is a row
    (
        "Six parcels weigh 7, 3, 12, 9, 3 and 15 kg. What is the median of these numbers (just "
        "the number)?",
        "8",
        "a count in front, the unit behind the last value",
    ),
    (
        "Goals our under-11s scored in their last ten matches: 2, 0, 1, 3, 1, 2, 1, 4, 0, 1. "
        "whats the mode?",
        "1",
        "a word for a mode; a team's name with a number",
    ),
    (
        "A vet weighed a litter of five puppies at 2.4 kg, 3.1 kg, 2.8 kg, 2.2 kg and 3.5 kg. "
        "Work out their mean weight.",
        "2.8",
        "a count in front, each value with its unit",
    ),
    (
        "Eight houses on our street have 2, 4, 4, 4, 5, 5, 7 and 9 windows at the front. "
        "Taking these as the whole population, calculate the variance of the number of windows.",
        "4",
        "a whole population in a second sentence",
    ),
    (
        "Treating 3, 7, 7, 19 as a whole population, find its standard deviation.",
        "6",
        "a list before what it is treated as",
    ),
    (
        "sample variance (the divide by n-1 one) of 6, 8, 10, 12, 14 please",
        "10",
        "a sample by its divisor",
    ),
    (
        "Our hockey team scored 2, 0, 3, 1, 1, 4, 1, 5 and 2 goals in its nine matches this "
        "season. What is the modal number of goals?",
        "1",
        "a count behind the list",
    ),
    (
        "Temperatures this week at the ski lodge were -4, 7, -11, 0 and 2 degrees. List them "
        "starting with the coldest.",
        "-11, -4, 0, 2, 7",
        "values below 0, the coldest first",
    ),
    (
        "A technician took four readings: 2, 4, 4, 10. Work out the sample variance (divide by "
        "n − 1).",
        "12",
        "a divisor in brackets",
    ),
    (
        "A baker timed 4 loaves at 31, 28, 35 and 30 minutes. What is the mean time?",
        "31",
        "times in minutes",
    ),
    (
        "At the pool Nina swam 12, 15, 9, 20 and 15 lengths on five evenings. What was her median?",
        "15",
        "a median that is hers",
    ),
    (
        "The shoe sizes in our band are 38, 41, 38, 44, 40. What is the most common size?",
        "38",
        "a mode by most common",
    ),
    (
        "A gardener measured seedlings of 4 cm, 7 cm, 5 cm and 10 cm. Find the range of the "
        "heights.",
        "6",
        "a range of lengths",
    ),
    (
        "Five plants are the whole population and have 3, 5, 7, 7 and 8 petals. Find the variance.",
        "3.2",
        "the kind of variance twice",
    ),
    (
        "A nurse recorded pulse rates of 60, 64, 70 and 82. Find the standard deviation of the "
        "sample, dividing by n - 1.",
        "2sqrt(23)",
        "a sample, divided by n - 1",
    ),
    (
        "At dawn it was -3°C, 5°C, -7°C and 0°C on four days. Put these temperatures in order "
        "from lowest to highest.",
        "-7, -3, 0, 5",
        "temperatures with their signs",
    ),
    (
        "Depths of the wells are 12 m, 7 m, 31 m and 15 m. List them starting with the largest.",
        "31 m, 15 m, 12 m, 7 m",
        "the largest first",
    ),
    (
        "our flight goes at 9:10 am, we have to be at the airport 2 and a half hours before "
        "that, and it's a 55 min drive. when must we leave the house at the latest?",
        "5:45 am",
        "two stretches before a flight",
    ),
    (
        "The night coach left Leeds at 22:48 and pulled in to London Victoria at 04:15 the "
        "next morning. How long did the journey take, in hours and minutes?",
        "5 h 27 min",
        "past midnight; a place of two words",
    ),
    (
        "Swim training begins at quarter to four in the afternoon. There are 5 drills lasting "
        "12 minutes each, with a 3-minute rest between one drill and the next. Give the "
        "finishing time of the last drill on the 24-hour clock.",
        "4:57 pm",
        "repeated stretches with rests between them",
    ),
    (
        "The coach to Leeds pulls out at 11:48 and the journey takes 3 hours 35 minutes. When "
        "does it arrive? Use the 24-hour clock.",
        "3:23 pm",
        "the 24-hour clock says which half of the day",
    ),
    (
        "Putting the turkey in the oven at 9:50 am. It has to roast 4 h 25 min and after that "
        "rest another 40 min. What time can we start carving (24h format pls)",
        "2:55 pm",
        "two stretches after each other; the clock in short",
    ),
    (
        "Night shift at the bakery begins at 21:40 and ends at 05:15 the next morning. For how "
        "long do the bakers work?",
        "455 min",
        "a shift past midnight",
    ),
    (
        "A concert starts at 7:30 pm. The first half lasts 50 minutes, then there is a 20 "
        "minute break and the second half lasts 45 minutes. When does it end?",
        "9:25 pm",
        "halves and a break",
    ),
    (
        "School starts at half past eight in the morning. There are 4 lessons of 45 minutes "
        "with 10 minutes between lessons. What time does the last lesson finish?",
        "12:00 pm",
        "lessons and the time between them",
    ),
    (
        "Lena's train goes at 10:25 am. She needs 35 minutes to get ready and a 20 minute "
        "walk. At what time must she get up at the latest?",
        "9:30 am",
        "getting ready and a walk",
    ),
    (
        "A hiker sets off at 08:40, walks for 2 hours 15 minutes, rests for 30 minutes and "
        "then walks for 1 hour 50 minutes. At what time does he arrive?",
        "13:15",
        "ways and a rest",
    ),
    (
        "A cleaner starts work at 22:15 and ends at 06:00 the next day. How long does the "
        "cleaner work?",
        "465 min",
        "another shift",
    ),
    (
        "The ferry leaves at 13:05 and takes 1 h 40 min, then a bus ride takes 25 min. When do "
        "they get there?",
        "15:10",
        "a ferry, then a bus",
    ),
    (
        "how many days from 12 march 2023 to 5 may 2023 (dont count the 12th, do count the 5th)",
        "54",
        "which ends count, as it is the rule",
    ),
    (
        "A library book was borrowed on 17 February 2024 and has to be back exactly 21 days "
        "later. Rember that 2024 is a leap year. On which date is it due?",
        "March 9, 2024",
        "a leap year that is one",
    ),
    (
        "Good afternoon. A gym membership of mine was frozen on 17 January 2024 and they told "
        "me it would restart 90 days after that date. Could you please tell me which date that "
        "is?",
        "April 16, 2024",
        "a membership that restarts",
    ),
    (
        "its 28 november 2021 in this story and the kids ask how many sleeps (nights) until "
        "christmas day, 25 dec 2021. so how many days is that?",
        "27",
        "nights by another name",
    ),
    (
        "I borrowed a library book on 17 February 2024 and the loan period is 21 days. On "
        "which date do I have to bring it back?",
        "March 9, 2024",
        "a period",
    ),
    (
        "Count the days from 15 October 2023 until 3 January 2024 (leave out the first date "
        "but include the last one).",
        "80",
        "the last day is left in",
    ),
    (
        "How many days are there from 3 April 2025 to 19 June 2025, not counting the first day "
        "but counting the last?",
        "77",
        "the ends in other words",
    ),
    ("How many nights is it from 9 July 2023 until 2 August 2023?", "24", "nights"),
    (
        "It is 14 May 2024 today. How many sleeps until sports day on 3 June 2024?",
        "20",
        "today is told",
    ),
    (
        "A DVD was lent on 20 February 2023 and has to be back 14 days later. On what date is "
        "it due?",
        "March 6, 2023",
        "a book by another name",
    ),
    (
        "A subscription was paused on 5 March 2024 and resumes 60 days after that date. What "
        "date is that?",
        "May 4, 2024",
        "it resumes",
    ),
    (
        "Our teacher asked us to add $214_5$ and $343_5$ and leave the result in base 5. What "
        "should I get?",
        "1112",
        "digits with their base below them",
    ),
    (
        "Bob's sensor sends back the binary reading 1101101. What is this number in ordinary "
        "denary (base 10)?",
        "109",
        "binary digits in a story",
    ),
    (
        "Add the two binary numbers 10111 and 1101. Leave your answer in binary.",
        "100100",
        "a sum that stays binary",
    ),
    (
        "Add $1101_2$ and $10111_2$, leaving the result in base $2$.",
        "100100",
        "a formula with the base",
    ),
    (
        "our IT teacher gave us the hex number 3AF for homework, what would it be in normal "
        "base ten?",
        "943",
        "hexadecimal digits",
    ),
    (
        "A weather station transmits the octal code 752. Convert it to decimal.",
        "490",
        "octal digits",
    ),
    (
        "Subtract $132_6$ from $415_6$ and give your answer in base 6.",
        "243",
        "a difference in its base",
    ),
    (
        "Find the sum of the octal numbers 57 and 24, giving the answer in octal.",
        "103",
        "the base in words",
    ),
    (
        "The display on an old computer shows the binary number 110110. Write this number in "
        "base 10.",
        "54",
        "the base in figures",
    ),
    (
        "Draw a factor tree for 360 and use it to write 360 as a product of powers of primes.",
        "2^3*3^2*5",
        "the number named twice",
    ),
    (
        "my teacher says 391 isnt prime. whats its smallest prime factor then??",
        "17",
        "a claim that is right",
    ),
    (
        "how many positive divisors does 200 have? (1 and 200 count too)",
        "12",
        "1 and itself count anyway",
    ),
    (
        "Using a factor tree for 504, express it as a product of prime factors.",
        "2^3*3^2*7",
        "a tree, then it",
    ),
    (
        "Grandpa claims 221 is not a prime number. What is the largest prime factor of it?",
        "17",
        "the largest one",
    ),
    ("How many factors does 84 have, including 1 and 84?", "12", "1 and itself counted"),
    (
        "Look at the decimal 58.2064. Which digit stands in the thousandths place?",
        "6",
        "a decimal place",
    ),
    (
        "How many times greater is the value of the 6 in 6,350 than the value of the 6 in 462?",
        "100",
        "worth a hundred times",
    ),
    ("In the number 70438 which digit is in the hundreds column?", "4", "a column"),
    (
        "How many times as great is the value of the 4 in 45.2 as the value of the 4 in 3.64?",
        "1000",
        "worth a thousand times",
    ),
    (
        "4, 9, 16, 25, 36, ... these are all square numbers. Which number follows?",
        "49",
        "squares, said besides",
    ),
    (
        "In the sequence 2, 3, 5, 8, 13, 21, every term from the third on is the sum of the "
        "two before it. Write down the next one.",
        "34",
        "the rule first",
    ),
    (
        "In this pattern every term from the third on is the sum of the two before it: 2, 5, "
        "7, 12, 19, 31. What's the next term?",
        "50",
        "the rule in between",
    ),
    (
        "Matchstick patterns: the 1st uses 5 sticks, the 2nd 8, the 3rd 11, the 4th 14 and so "
        "on, going up by the same amount. Find an expression for the number of sticks in the "
        "nth pattern.",
        "3n + 2",
        "ordinals in figures",
    ),
    (
        "An arithmetic progression has first term 7 and common difference −3. Find its 20th term.",
        "-50",
        "a negative difference",
    ),
    (
        "my calculator shows 17.996, what do i write if it has to be 2 decimal places?",
        "18.00",
        "rounding as one writes it",
    ),
    (
        "write this number in figures: four million sixty thousand and nine",
        "4060009",
        "a number in words",
    ),
    (
        "From the third term on, each term of this sequence is the sum of the previous two "
        "terms: 1, 6, 7, 13, 20, 33. What is the next number?",
        "53",
        "previous terms",
    ),
    ("1, 8, 27, 64, 125 are all cube numbers. What number comes next?", "216", "cubes"),
    (
        "The first shape needs 4 tiles, the second 7, the third 10 and so on. Find a formula "
        "for the number of tiles in the nth shape.",
        "3n + 1",
        "ordinals in words",
    ),
    (
        "An arithmetic sequence starts with -5 and has a common difference of 4. What is its "
        "30th term?",
        "111",
        "a negative first term",
    ),
    (
        "The four angles of a quadrilateral, in degrees, are x, x + 20, 2x and 3x − 10. Form "
        "an equation and solve it to find x.",
        "x = 50",
        "four expressions",
    ),
    ("The angles of a triangle are x, 2x and 3x degrees. Find x.", "30", "a triangle"),
    (
        "The three angles of a triangle measure y + 10, 2y - 5 and y + 15 degrees. What is the "
        "value of y?",
        "40",
        "another letter",
    ),
    (
        "In an isosceles triangle PQR, PQ = PR. Angle QPR is \\(2x\\) degrees and angle PQR is "
        "\\((x+30)\\) degrees. Work out the value of \\(x\\).",
        "x = 30",
        "an isosceles triangle with letters",
    ),
    (
        "PQR is an isosceles triangle in which PQ = PR. The angle at P is 40°. Work out the "
        "size of angle PQR.",
        "70 degrees",
        "a base angle by its letters",
    ),
    (
        "Triangle ABC is isosceles with AB = BC. Angle BAC is 52 degrees. Find the size of "
        "angle ABC.",
        "76 degrees",
        "the angle at the top",
    ),
    (
        "In the isosceles triangle DEF, DE = DF. Angle DEF is 3y degrees and angle DFE is (y + "
        "44) degrees. Find y.",
        "y = 22",
        "both at the base",
    ),
    (
        "XYZ is an isosceles triangle with XY = XZ. Angle X = 70°. Calculate angle XZY.",
        "55 degrees",
        "one letter for an angle",
    ),
    (
        "Could you please tell me what 47.6 minus 19.85 plus 0.7 comes to? My calculater is "
        "broken.",
        "28.45",
        "a remark about a calculator",
    ),
    (
        "Shop A sells 6 eggs for $1.80, shop B sells 10 eggs for $2.80. Which shop is cheaper "
        "per egg, A or B?",
        "B",
        "the price of one egg",
    ),
    (
        "My sister and I are arguing about three values, namely 0.409, 2/5 and 41%. She thinks "
        "they are all equal, but I am sure they are not. Which of them is the largest?",
        "41%",
        "an argument that is none of the values",
    ),
    (
        "Sam says 5/8 is more than 0.63 but Ella disagrees. Which of the two numbers is really "
        "the larger one?",
        "0.63",
        "a claim that may be wrong",
    ),
    (
        "Two shops sell the same brand of olive oil. Freshway charges $7.20 for a 750 ml "
        "bottle and Greenmart wants $4.75 for a 500 ml bottle. Which shop gives the better "
        "value for money?",
        "Greenmart",
        "the price per volume",
    ),
    (
        "Maya had run 7/9 of the charity route when it started to pour; Jonas had done 10/13 "
        "of the very same route. Which of the two runners had covered more ground?",
        "Maya",
        "parts of the same way",
    ),
    ("Which is smaller, Alder at 7/2 or Birch at 3?", "Birch", "as it is shown"),
    (
        "Tesland sells 400 g of rice for £1.10 and Aldo sells 1 kg of rice for £2.60. Which "
        "shop is the better buy?",
        "Aldo",
        "two units of mass",
    ),
    (
        "Store A charges $4.50 for 6 cans and store B charges $5.60 for 8 cans. Which store is "
        "cheaper?",
        "B",
        "money first",
    ),
    (
        "Priya ate 3/8 of a pizza. Omar ate 2/5 of the same pizza. Who ate more?",
        "Omar",
        "the same pizza",
    ),
    (
        "Lena has read 60% of a book and Max has read 5/8 of the same book. Who has read less?",
        "Lena",
        "a percentage and a fraction",
    ),
    (
        "Our teacher wrote down four values: 0.7, 3/4, 72% and 5/7. Which of these is the "
        "smallest?",
        "0.7",
        "the smallest of four",
    ),
    (
        "Tom claims that 0.35 is less than 3/8 but Ben disagrees. Which of the two numbers is "
        "greater?",
        "3/8",
        "a claim the other way round",
    ),
    (
        "A fair six-sided dice is rolled twice. What is the probability that the two scores "
        "add up to 9?",
        "1/9",
        "one dice twice",
    ),
    (
        "There are 4 lemon, 6 cherry and 5 mint sweets in a tin. Tom takes one without "
        "looking. Find the probability that it is not mint.",
        "2/3",
        "none of a kind",
    ),
    (
        "The probability that it rains in Bergen on Saturday is 0.3 and, independently of "
        "that, the probability of rain on Sunday is 0.4. Find the probability that it rains on "
        "exactly one of the two days.",
        "0.46",
        "exactly one of two",
    ),
    (
        "There are 4 mints, 6 toffees and 5 pieces of fudge in a paper bag. Grandma takes one "
        "without looking. Find the probability that she does not get a toffee.",
        "3/5",
        "pieces of a thing",
    ),
    (
        "The forecast gives a 0.3 probability of rain on Saturday and 0.4 on Sunday. Assuming "
        "the two days are independent, what is the probability that it rains on at least one "
        "day of the weekend?",
        "0.58",
        "at least one of two",
    ),
    (
        "From a squad of 12 netball players a coach must choose 7 to start the match; who "
        "plays where doesn't matter yet. How many different choices has she got?",
        "792",
        "the places don't matter yet",
    ),
    (
        "Ms Okafor manages a ward with 9 nurses and has to choose 3 of them for the Saturday "
        "shift. How many different groups could she choose?",
        "84",
        "a title that is a unit elsewhere",
    ),
    (
        "Six friends take six seats in one row at the cinema. Ana and Luis absolutely want to "
        "sit next to each other. In how many different orders can the six sit down?",
        "240",
        "two named ones side by side",
    ),
    (
        "number of distinct arrangements of all the letters of the word COMMITTEE = ?",
        "45360",
        "letters of a word",
    ),
    (
        "Mia throws a normal dice twice. Find the probability that the two numbers add up to 5.",
        "1/9",
        "two throws",
    ),
    (
        "A drawer holds 7 black, 5 grey and 3 white socks. One sock is taken out at random. "
        "What is the chance that it is not grey?",
        "2/3",
        "not of a colour",
    ),
    (
        "The probability of snow on Monday is 0.2 and the probability of snow on Tuesday is "
        "0.5. The days are independent. What is the probability of snow on both days?",
        "0.1",
        "both of two",
    ),
    (
        "The probability that a bus is late on Friday is 0.1 and the probability that a bus is "
        "late on Monday is 0.3, independently. What is the probability that a bus is late on "
        "at least one of the two days?",
        "0.37",
        "late on one of two days",
    ),
    (
        "A librarian has to choose 4 of 10 new books for the window. The order doesn't matter. "
        "How many different selections can she make?",
        "210",
        "the order doesn't matter",
    ),
    (
        "Eight children stand in a line. Nora and Finn must stand side by side. How many "
        "different orders are possible?",
        "10080",
        "two of eight in a line",
    ),
    (
        "Water is poured into an empty cylindrical tank of radius 2 m until it is 3.5 m deep. "
        "Giving your answer as a multiple of \\(\\pi\\), how many cubic metres of water does "
        "the tank now contain?",
        "14pi m^3",
        "filled until it is so deep",
    ),
    (
        "what is the size of each interior angle in a regular nonagon (9 sides)",
        "140 degrees",
        "the sides are told besides the name",
    ),
    (
        "An isosceles triangle has an apex angle of 38 degrees, the apex being the corner "
        "where the two equal sides meet. Work out the size of one base angle.",
        "71 degrees",
        "what an apex is",
    ),
    (
        "We're returfing a rectangular lawn which measures 12.5 m by 8 m. What area of turf "
        "should we order?",
        "100 m^2",
        "turf that is ordered",
    ),
    (
        "a 6.5 m ladder leans on a vertical wall, the foot is 2.5m from the wall on flat "
        "ground. how high up the wall does it get?",
        "6 m",
        "how high it gets",
    ),
    (
        "A yacht sails 24 km due north, turns, then sails 7 km due east. What is its "
        "straight-line distance from the starting buoy now?",
        "25 km",
        "from where it started",
    ),
    ("The fun run is 3.6 km long. How far is that in metres?", "3600", "how far that is"),
    (
        "A jug holds 4.5 litres of lemonade. How many 180 ml glasses can be filled from it?",
        "25",
        "how many glasses",
    ),
    (
        "volume of a cone w/ radius 6m and height 7m, leave pi in the answer",
        "84pi m^3",
        "with, in short",
    ),
    (
        "A fish tank 80 cm long and 35 cm wide is filled with water to a depth of 40 cm. How "
        "many litres of water are in it? (1 litre = 1000 cm³)",
        "112",
        "a litre is explained",
    ),
    (
        "A flower bed has the shape of a trapezium. Its parallel edges are 7 m and 11 m long "
        "and lie 4 m apart. Find the area of the bed.",
        "36 m^2",
        "the edges that are parallel",
    ),
    (
        "The sign over my shop is a rectangle, 48 inches wide and 20 inches tall. How long is "
        "it from corner to opposite corner?",
        "52 in",
        "wide and tall",
    ),
    (
        "Over five history tests Dmitri averaged 78 marks (the mean). On four of them he "
        "scored 82, 69, 75 and 90. What was his mark on the remaining one?",
        "74",
        "the mark that is missing",
    ),
    (
        "A motorbike does 90 km/h on the country road. Convert its speed to m/s.",
        "25",
        "a speed in another unit",
    ),
    ("Im 70 inches tall, whats that in cm? (1 inch = 2.54 cm)", "177.8", "an inch is explained"),
    (
        "My fish tank measures 80 cm by 35 cm and I can fill it 40 cm deep. How many litres of "
        "water does it take?",
        "112",
        "how much it takes",
    ),
    (
        "A tent is a pyramid on a square base with side 6 m; the top is 7 m above the ground. "
        "Determine its volume.",
        "84 m^3",
        "a tent",
    ),
)

UNREAD = (
    # question, why it must stay unread
    (
        "Scores of 1, 2, 3 came up 4, 5 and 6 times. What is the mean score?",
        "how often each came up",
    ),
    ("Six parcels weigh 7, 3, 12, 9 and 15 kg. What is the median?", "five values, not six"),
    (
        "Tom scored 2, 5 and 8 goals and in the next match 4 goals. What is the mean?",
        "a value that is told apart",
    ),
    (
        "Five boys weigh 40, 42, 45, 50 and 53 kg. Each of them gains 2 kg. What is the mean "
        "weight?",
        "each one changes",
    ),
    ("A runner ran 3 km, 500 m and 2 km. What is the mean distance?", "two units"),
    ("Twice the mean of 2, 4 and 9 lemons is how many?", "a multiple of it"),
    ("Readings were 2, 4, 4 and 10. Find the variance.", "of a sample or of a population"),
    ("A sample of a population gave 2, 4, 4 and 10. Find the variance.", "both of them"),
    ("What is the square of the mean of the scores 2, 4 and 9?", "a square of it"),
    (
        "Our team scored 2, 0 and 3 goals, but the first match was not counted. What is the mean?",
        "a match that does not count",
    ),
    (
        "Mia jumped 2.1 m, Tom 1.9 m and Ann 2.4 m. List them starting with the shortest.",
        "each value has its name",
    ),
    (
        "The times were 12, 9 and 11 seconds. List them starting with the fastest.",
        "the fastest has the smallest time",
    ),
    ("Without the lowest, what is the mean of the marks 4, 7, 9 and 10?", "one is left out"),
    (
        "By how much is the mean of the marks 2, 4 and 9 greater than the median?",
        "two of them are compared",
    ),
    ("Ann scored 3, 4 and 5. Ben scored 6, 7 and 8. What is the mean score?", "two people"),
    ("The temperatures were -4, 7 and 2 degrees. By how much did the mean rise?", "how it changed"),
    (
        "A concert starts at 7:30 pm. The first half lasts 50 minutes, then there is a break "
        "and the second half lasts 45 minutes. How long is the break if it ends at 9:25 pm?",
        "the break is asked for",
    ),
    (
        "A coach leaves at 11:48 am and takes 3 hours, another coach takes 2 hours 10 minutes. "
        "When does it arrive?",
        "another coach",
    ),
    (
        "A meal starts at 7 pm and takes 30 minutes, of which 10 minutes is a rest. When does "
        "it end?",
        "a part of the time",
    ),
    (
        "A train leaves at 9:10 am. It takes 40 minutes, but today it takes 15 minutes less. "
        "When does it arrive?",
        "less than that",
    ),
    (
        "Two runs start at 8:00 am; one takes 20 minutes and the other takes 35 minutes. When "
        "do they finish?",
        "two at the same time",
    ),
    ("Ann's shift starts at 9:00 and Bob's ends at 17:00. How long does Ann work?", "two people"),
    (
        "There are 5 drills lasting 12 minutes each from 4 pm, with a 3-minute rest after "
        "every drill. When does the last rest end?",
        "a rest after the last one too",
    ),
    (
        "The bus leaves at 9:10 am, 25 minutes before the train. The train takes 50 minutes. "
        "When must we leave?",
        "another train",
    ),
    (
        "A lesson begins at 10:00 am and lasts twice as long as the 20 minute break. When does "
        "it end?",
        "twice as long",
    ),
    (
        "We left at 10:00 am, drove 40 minutes and then turned back after 10 minutes. When did "
        "we arrive home?",
        "the way back",
    ),
    (
        "Every 20 minutes a bus leaves from 9:00 am and takes 15 minutes. When does the third "
        "bus arrive?",
        "every 20 minutes",
    ),
    (
        "A film starts at 7:00 pm and lasts 100 minutes. The bus ride home takes 20 minutes. "
        "When does the film end?",
        "the ride home comes after it",
    ),
    (
        "Her train goes at 8:00 am. She needs 35 minutes to get ready and a 20 minute walk. "
        "When must she leave the house?",
        "she is ready when she leaves",
    ),
    (
        "The ferry leaves at 13:05 and takes 1 h 40 min, then a bus ride takes 25 min. When "
        "does the ferry arrive?",
        "the bus ride comes after it",
    ),
    (
        "How many days from 12 March 2023 to 5 May 2023, counting both the 12th and the 5th?",
        "both ends count",
    ),
    (
        "How many days from 12 March 2023 to 5 May 2023 (dont count the 5th, do count the 12th)?",
        "the wrong end is left out",
    ),
    ("How many working days are there from 12 March 2023 to 5 May 2023?", "working days"),
    ("How many weekend days are there from 12 March 2023 to 5 May 2023?", "some of the days"),
    (
        "A library book was borrowed on 17 February 2023 and has to be back 21 days later. "
        "Remember that 2023 is a leap year. On which date is it due?",
        "no leap year",
    ),
    (
        "A book was borrowed on 17 February 2024 for 21 days and then renewed. On which date "
        "is it due?",
        "renewed for an unknown time",
    ),
    (
        "Count the days from 15 October 2023 until 3 January 2024 (leave out the first and the "
        "last date).",
        "both ends are left out",
    ),
    (
        "How many days before 3 June 2024 is 14 May 2024, except Sundays?",
        "some days are not counted",
    ),
    (
        "A voucher was bought on 5 March 2024 and expires 60 days after the first use. What "
        "date is that?",
        "after another day",
    ),
    ("Add the binary numbers 10111 and 1101. Leave your answer in decimal.", "another base"),
    ("Add $214_5$ and $343_6$ and leave the result in base 5.", "two bases"),
    ("The binary reading 1101101 is doubled. What is this number in denary?", "another number"),
    ("The binary reading 1101101 is reversed. What is this number in denary?", "another number"),
    ("What is the complement of the binary number 1101 in decimal?", "another number"),
    ("How many ones has the binary number 1101101 in base 10?", "how many of its digits"),
    ("Draw a factor tree for 360 and use it to write 180 as a product of primes.", "two numbers"),
    (
        "My teacher says 391 isn't prime. What is the sum of its prime factors?",
        "all of them together",
    ),
    ("How many divisors does 200 have, not counting 1 and 200?", "1 and itself do not count"),
    ("How many even divisors does 200 have? (1 and 200 count too)", "some of them"),
    ("How many divisors do 200 and 300 have in common?", "of two numbers"),
    (
        "How many times greater is the value of the 6 in 6,650 than the value of the 6 in 462?",
        "which 6 is not said",
    ),
    ("Which digit stands in the thousandths place of twice 58.2064?", "of another number"),
    (
        "Which digit stands in the thousandths place of 58.2064 rounded to 2 decimal places?",
        "of another number",
    ),
    (
        "2, 3, 5, 8, 13, 22: every term from the third on is the sum of the two before it. "
        "What is the next term?",
        "the terms do not follow the rule",
    ),
    (
        "In the sequence 2, 3, 5, 10, 20, every term from the third on is the sum of all "
        "before it. Write down the next one.",
        "another rule",
    ),
    (
        "In the sequence 2, 3, 5, 8, 13, every term from the third on is the sum of the two "
        "before it. Write down the one after the next one.",
        "the term after that",
    ),
    ("4, 9, 16, 25, 36 are all square numbers. Which number comes before 4?", "the one before"),
    (
        "The 1st pattern uses 5 sticks, the 2nd 8, the 3rd 12 and so on. Find an expression "
        "for the number of sticks in the nth pattern.",
        "it does not grow evenly",
    ),
    (
        "The 1st pattern uses 5 sticks, the 3rd 8, the 5th 11 and so on. Find an expression "
        "for the number of sticks in the nth pattern.",
        "every other pattern",
    ),
    (
        "The 1st pattern uses 5 sticks, the 2nd 8, the 3rd 11. Find an expression for the "
        "total number of sticks in the first n patterns.",
        "all patterns together",
    ),
    (
        "An arithmetic progression has first term 7 and common difference -3. Find the sum to "
        "its 20th term.",
        "a sum",
    ),
    ("Find the mean of 1, 2, 3, ...", "it goes on"),
    (
        "Three angles of a quadrilateral are x, x + 20 and 2x degrees. Find x.",
        "an angle is missing",
    ),
    (
        "The angles of a triangle are x, 2x and 3x degrees. Find the largest angle.",
        "an angle is asked for",
    ),
    ("The exterior angles of a triangle are x, 2x and 3x. Find x.", "the outer angles"),
    ("The angles of an isosceles triangle are x, 2x and y. Find x.", "two letters"),
    (
        "PQR is an isosceles triangle in which PQ = PR. The angle at Q is 40°. Work out the "
        "size of angle PRQ.",
        "the same as the given one",
    ),
    (
        "PQR is an isosceles triangle in which PQ = RS. The angle at P is 40°. Work out the "
        "size of angle PQR.",
        "not a side of it",
    ),
    (
        "PQR is an isosceles triangle in which PQ = PR. The exterior angle at P is 40°. Work "
        "out the size of angle PQR.",
        "the outer angle",
    ),
    (
        "PQR is an isosceles triangle in which PQ = PR. The angle at P is twice 40°. Work out "
        "the size of angle PQR.",
        "twice the angle",
    ),
    (
        "PQR is an isosceles triangle in which PQ = PR. S lies on QR. The angle at P is 40°. "
        "Work out the size of angle PSR.",
        "another point",
    ),
    (
        "In an isosceles triangle PQR, PQ = PR. Angle QPR is 2x degrees and angle PQR is "
        "(y+30) degrees. Work out the value of x.",
        "two letters",
    ),
    (
        "Shop A sells 6 eggs for $1.80, shop B sells 10 apples for $2.80. Which shop is cheaper?",
        "two sorts of things",
    ),
    (
        "Shop A sells 6 eggs for $1.80 each, shop B sells 10 eggs for $2.80. Which shop is "
        "cheaper per egg, A or B?",
        "each of them",
    ),
    (
        "Shop A sells 6 eggs for $1.80, shop B sells 10 eggs for €2.80. Which shop is cheaper "
        "per egg, A or B?",
        "two currencies",
    ),
    (
        "Shop A sells 3 boxes of 6 eggs for $1.80, shop B sells 10 eggs for $2.80. Which shop "
        "is cheaper per egg?",
        "boxes of eggs",
    ),
    (
        "Shop A sells 6 eggs for $1.80, shop B sells 10 eggs for $2.80. How much cheaper per "
        "egg is B?",
        "how much",
    ),
    (
        "Shop A sells 6 eggs for $1.80 with 10% off, shop B sells 10 eggs for $2.80. Which "
        "shop is cheaper per egg?",
        "a discount",
    ),
    (
        "Freshway charges $7.20 for a 750 ml bottle and Greenmart wants $4.75 for a 500 g "
        "bottle. Which shop gives the better value?",
        "two sorts of units",
    ),
    ("Priya ate 3/8 of a pizza. Omar ate 2/5 of another pizza. Who ate more?", "another pizza"),
    (
        "Priya ate 3/8 of a pizza. Omar ate 2/5 of the rest of the same pizza. Who ate more?",
        "a part of the rest",
    ),
    ("Priya ate 3/8 of a pizza. Omar ate 2/5 of the same pizza. Who left more?", "what is left"),
    (
        "Priya ate 3/8 of a pizza. Omar ate 2/5 of the same pizza. How much more did he eat?",
        "how much",
    ),
    (
        "Sam says 5/8 is more than 0.63 but Ella disagrees. By how much is the larger one greater?",
        "how much",
    ),
    (
        "We are arguing about three values, namely 0.409 and 41%. Which of them is the largest?",
        "three are two",
    ),
    ("Which of them is not the largest, 0.409, 2/5 or 41%?", "not the largest"),
    (
        "Sam says twice 5/8 is more than 0.63. Which of the two numbers is larger?",
        "twice the value",
    ),
    ("Sam says 5/8 is more than 0.63. Is he right?", "whether he is right"),
    (
        "A fair eight-sided dice is rolled twice. What is the probability that the two scores "
        "add up to 9?",
        "another die",
    ),
    (
        "A fair dice is rolled twice. What is the probability that the second score is 9 more "
        "than the first?",
        "a difference",
    ),
    (
        "A fair dice is rolled twice. What is the probability that the scores do not add up to 9?",
        "not the sum",
    ),
    (
        "There are 4 lemon, 6 cherry and 5 mint sweets in a tin. Tom takes two without "
        "looking. Find the probability that it is not mint.",
        "two of them",
    ),
    (
        "There are 4 lemon, 6 cherry and 5 mint sweets in a tin. Tom takes one and eats it, "
        "then another one. Find the probability that it is not mint.",
        "two of them, one after the other",
    ),
    (
        "There are 4 lemon, 6 cherry and 5 mint sweets in a tin. Tom takes one without "
        "looking. Find the probability that it is not mint or lemon.",
        "one of two kinds",
    ),
    (
        "There are 4 lemon and 6 cherry sweets in a tin and 5 mint sweets in a bag. Tom takes "
        "one from the tin. Find the probability that it is not lemon.",
        "two tins",
    ),
    (
        "The probability of rain on Saturday is 0.3 and on Sunday 0.4. What is the probability "
        "that it rains on exactly one of the two days?",
        "not said to be independent",
    ),
    (
        "The probability of rain on Saturday is 0.3 and, independently of that, the "
        "probability of rain on Sunday is 0.4. What is the probability that it is dry on at "
        "least one day?",
        "another event",
    ),
    (
        "The probability of rain on Saturday is 0.3 and, independently, the probability of "
        "rain on Sunday is 0.4. What is the probability that it rains on Sunday if it rains on "
        "at least one of the two days?",
        "a condition",
    ),
    (
        "From a squad of 12 players a coach must choose 7 to start the match and one of them "
        "as captain. How many choices has she got?",
        "a post as well",
    ),
    (
        "From a squad of 12 players a coach must choose 7; the order matters. How many "
        "different choices has she got?",
        "an order",
    ),
    (
        "A ward has 9 nurses and 4 doctors. Ms Okafor has to choose 3 of them. How many "
        "different groups with at least one doctor could she choose?",
        "a condition on who is chosen",
    ),
    (
        "Six friends take six seats in one row. Ana and Luis do not want to sit next to each "
        "other. In how many orders can they sit?",
        "not side by side",
    ),
    (
        "Six friends take six seats in one row. Ana, Luis and Bo want to sit next to each "
        "other. In how many orders can they sit?",
        "three of them",
    ),
    (
        "Six friends take seven seats in one row. Ana and Luis want to sit next to each other. "
        "In how many orders can they sit?",
        "a seat stays empty",
    ),
    (
        "Six friends sit at a round table. Ana and Luis want to sit next to each other. In how "
        "many orders can they sit?",
        "a round table",
    ),
    (
        "Water is poured into a cylindrical tank of radius 2 m until it is half full; it is "
        "3.5 m deep. How many cubic metres of water does the tank now contain?",
        "half full",
    ),
    (
        "What is the size of each interior angle in a regular nonagon (8 sides)?",
        "a nonagon has nine sides",
    ),
    (
        "A jug holds 4.5 litres of lemonade. How many 180 ml glasses can be filled from half "
        "of it?",
        "from half of it",
    ),
    (
        "A jug holds 4.5 litres of lemonade. How many 200 ml glasses can be filled from it?",
        "some is left",
    ),
    (
        "A jug holds 4.5 litres and a bottle 2 litres. How many 180 ml glasses can be filled "
        "from them?",
        "two vessels",
    ),
    (
        "A jug holds 4.5 litres. How many more 180 ml glasses can be filled from it than from "
        "a bottle?",
        "how many more",
    ),
    (
        "Over five history tests Dmitri averaged 78 marks. On three of them he scored 82, 69 "
        "and 75. What was his mark on the remaining one?",
        "two are missing",
    ),
    (
        "Over five tests Dmitri averaged 78 marks. On four of them he scored 82, 69, 75 and "
        "90. What was his total mark?",
        "the total",
    ),
    ("A motorbike does 90 km/h and a van 60 km/h. Convert its speed to m/s.", "two speeds"),
    (
        "A tent is a pyramid on a square base with side 6 m; its edges are 7 m above the "
        "ground. Determine its volume if it is half as high.",
        "half as high",
    ),
    (
        "The sign is a rectangle, 48 inches wide and 20 inches tall. How long is twice the way "
        "from corner to opposite corner?",
        "twice the way",
    ),
    (
        "A yacht sails 24 km due north, turns, then sails 7 km due east. How far is it from "
        "the lighthouse?",
        "no way begins there",
    ),
)


@pytest.mark.parametrize(("question", "answer", "why"), READ)
def test_a_question_is_read_and_its_answer_verified(question: str, answer: str, why: str) -> None:
    problem = read_question(question)
    assert not isinstance(problem, Unread), why
    solution = solve(problem)
    assert not isinstance(solution, Unsolved), why
    assert solution.answer is not None
    assert solution.answer.plain == answer, why
    assert judge_answer(problem, answer).verdict is AnswerVerdict.VERIFIED, why


@pytest.mark.parametrize(("question", "why"), UNREAD)
def test_a_false_friend_stays_unread(question: str, why: str) -> None:
    assert isinstance(read_question(question), Unread), why
