"""Stories told in everyday words: which are read, how they come out, and which stay unread."""

from __future__ import annotations

import pytest

from mathviz_chat.core.problems.problem import Problem, Unread
from mathviz_chat.core.problems.question import read_question
from mathviz_chat.core.solving import Solution, solve

READ = (
    (
        "i borrowed 1200 euros from my uncle at 5% simple intrest a year. when i paid him"
        " back it was 1380 in total. how many years did i have the loan?",
        "3",
        "interest told with the loan, the period or the currency",
    ),
    (
        "A credit union pays 6% a year compounded half-yearly, i.e. 3% is added every six"
        " months. Liam deposits $2000 and leaves it alone. To the nearest cent, what is "
        "in the account after 18 months?",
        "$2185.45",
        "interest told with the loan, the period or the currency",
    ),
    (
        "Grandpa puts £2,400 into a savings account that pays 3.5% simple interest a "
        "year. How many pounds of interest will he have earned after 4 years?",
        "£336",
        "interest told with the loan, the period or the currency",
    ),
    (
        "im investing $5000 at 4% per year compounded once a year. how much will be in "
        "there after 2 years",
        "$5408",
        "interest told with the loan, the period or the currency",
    ),
    (
        "Elena borrowed 1200 euros from the credit union and nine months later she paid "
        "back 1272 euros in total. What annual rate of simple interest was she charged?",
        "8%",
        "interest told with the loan, the period or the currency",
    ),
    (
        "We took a loan of 900 dollars at 4% simple interest a year. In the end it came "
        "to 1044 dollars altogether. For how many years did we have the loan?",
        "4",
        "interest told with the loan, the period or the currency",
    ),
    (
        "A bank pays 8% a year compounded quarterly, so 2% is added every three months. "
        "Ana deposits $1000. What is in the account after 2 years?",
        "$1171.66",
        "interest told with the loan, the period or the currency",
    ),
    (
        "Sami puts 800 euros into an account that pays 2.5% simple interest each year. "
        "How many euros of interest will he have after 6 years?",
        "€120",
        "interest told with the loan, the period or the currency",
    ),
    (
        "Mia invests $3000 at 5% compounded once per year. How much is there after 3 years?",
        "$3472.88",
        "interest told with the loan, the period or the currency",
    ),
    (
        "Tom borrowed $800 from the bank, and two years later he paid back $896 in total."
        " What yearly rate of simple interest was that?",
        "6%",
        "interest told with the loan, the period or the currency",
    ),
    (
        "A credit union pays 6% a year compounded half-yearly, i.e. 3% is added every six"
        " months. Liam deposits $2000 and leaves it alone. To the nearest cent, what is "
        "in the account after 18 months?",
        "$2185.45",
        "a mixture told by what is there and what is wanted",
    ),
    (
        "A bank pays 8% a year compounded quarterly, so 2% is added every three months. "
        "Ana deposits $1000. What is in the account after 2 years?",
        "$1171.66",
        "a mixture told by what is there and what is wanted",
    ),
    (
        "ive got 15 L of coolant thats 40% antifreeze. how much plain water do i need to "
        "add to bring it down to 25% antifreeze?",
        "9",
        "a mixture told by what is there and what is wanted",
    ),
    (
        "A lab technician needs 500 ml of 12% acid but only has bottles of 10% acid and "
        "15% acid. How much of the 15% acid should she use?",
        "200",
        "a mixture told by what is there and what is wanted",
    ),
    (
        "How many litres of a 20% salt solution must be added to 6 litres of a 50% salt "
        "solution so that the mixture contains 30% salt?",
        "12",
        "a mixture told by what is there and what is wanted",
    ),
    (
        "A coffee roaster blends 8 kg of beans costing €9 per kg with 12 kg of beans "
        "costing €14 per kg. What does one kilo of the blend cost her, in euros?",
        "12",
        "a mixture told by what is there and what is wanted",
    ),
    (
        "In the lab I've 300 ml of 40% acid and want to dilute it down to 25%. How much "
        "pure water do I have to pour in?",
        "180",
        "a mixture told by what is there and what is wanted",
    ),
    (
        "A chemist has 20% alcohol and 50% alcohol. She wants to make 600 ml of 30% "
        "alcohol. How many ml of the 20% alcohol must she mix?",
        "400",
        "a mixture told by what is there and what is wanted",
    ),
    (
        "A nurse needs 90 ml of 5% saline solution but has only bottles of 2% saline "
        "solution and 8% saline solution. How much of the 8% saline solution should she "
        "use?",
        "45",
        "a mixture told by what is there and what is wanted",
    ),
    (
        "How much of a 10% sugar solution must be mixed with 4 litres of a 40% sugar "
        "solution to get a 20% sugar solution?",
        "8",
        "a mixture told by what is there and what is wanted",
    ),
    (
        "We have 12 litres of 50% juice and want to bring it down to 30%. How much fresh "
        "water must we add?",
        "8",
        "a mixture told by what is there and what is wanted",
    ),
    (
        "A shop mixes 3 kg of nuts costing $8 per kg with 2 kg of raisins costing $3 per "
        "kg. How much will one kg of the mixture cost?",
        "$6",
        "a mixture told by what is there and what is wanted",
    ),
    (
        "5 bricklayers build a wall in 12 days. how many days would 4 of them need, all "
        "working at the same rate?",
        "15 days",
        "two at work, or against each other",
    ),
    (
        "The tap fills our paddling pool in 20 minutes, but with the plug out a full pool"
        " empties in 30 minutes. If somebody turns on the tap and forgets the plug, how "
        "many minutes does the empty pool take to fill?",
        "60 min",
        "two at work, or against each other",
    ),
    (
        "Working together, two printers finish a run of brochures in 4 hours. The faster "
        "printer on its own would need 6 hours. How long would the slower one need on its"
        " own?",
        "12 h",
        "two at work, or against each other",
    ),
    (
        "Ali can paint the garden fence alone in 6 hours; Bea needs only 3. How long will"
        " the job take if they paint together?",
        "2 h",
        "two at work, or against each other",
    ),
    (
        "A tap fills a paddling pool in 4 hours. The open plug hole would empty a full "
        "pool in 6 hours. Someone left the plug out and turned the tap on: how many hours"
        " until the empty pool is full?",
        "12 h",
        "two at work, or against each other",
    ),
    (
        "If 5 machines turn out 240 parts in 8 hours, how many parts will 7 of these "
        "machines turn out in 6 hours?",
        "252",
        "two at work, or against each other",
    ),
    (
        "6 painters paint a hall in 10 days. How long would 4 of them take at the same pace?",
        "15 days",
        "two at work, or against each other",
    ),
    (
        "Together two pumps empty a tank in 3 hours. The faster pump alone takes 4 hours."
        " How long does the slower pump take alone?",
        "12 h",
        "two at work, or against each other",
    ),
    (
        "Dan can mow the lawn on his own in 40 minutes; his sister takes 60. How long "
        "will it take if they mow together?",
        "24 min",
        "two at work, or against each other",
    ),
    (
        "A tap fills the bath in 10 minutes. With the plug out, the bath empties in 15 "
        "minutes. Ben leaves the plug out and turns on the tap. How long until the bath "
        "is full?",
        "30 min",
        "two at work, or against each other",
    ),
    (
        "Tina can clean the house by herself in 3 hours, Omar needs 6 hours. How long do "
        "they need together?",
        "2 h",
        "two at work, or against each other",
    ),
    (
        "Working together, two printers finish a run of brochures in 4 hours. The faster "
        "printer on its own would need 6 hours. How long would the slower one need on its"
        " own?",
        "12 h",
        "what other workers make in another time",
    ),
    (
        "If 5 machines turn out 240 parts in 8 hours, how many parts will 7 of these "
        "machines turn out in 6 hours?",
        "252",
        "what other workers make in another time",
    ),
    (
        "4 bakers can bake 120 loaves in 3 hours. How many loaves can 6 bakers bake in 5 hours?",
        "300",
        "what other workers make in another time",
    ),
    (
        "If 3 printers print 450 pages in 5 minutes, how many pages would 4 such printers"
        " print in 8 minutes?",
        "960",
        "what other workers make in another time",
    ),
    (
        "6 women knit 9 scarves in 4 days. How many scarves will 8 women knit in 10 days?",
        "30",
        "what other workers make in another time",
    ),
    (
        "3 hens lay 6 eggs in 2 days. How many eggs do 5 hens lay in 4 days?",
        "20",
        "what other workers make in another time",
    ),
    (
        "The number of people living in the village of Ashcombe rose from 2,500 to 2,850 "
        "in ten years. Express this as a percentage increase.",
        "14%",
        "a percentage change told as it happens",
    ),
    (
        "after 20% off, a pair of trainers cost me £52. how much were they before the sale?",
        "£65",
        "a percentage change told as it happens",
    ),
    (
        "A share goes up by 10% on Monday and then drops by 10% on Tuesday. What is the "
        "overall percentage change across the two days?",
        "1% decrease",
        "a percentage change told as it happens",
    ),
    (
        "Jacket was 80 euro and now its 68 euro in the sale. how many percent did it go down?",
        "15%",
        "a percentage change told as it happens",
    ),
    (
        "After going up by 12% the price of a terraced house is £280,000. What did the "
        "house cost, in pounds, before the rise?",
        "£250000",
        "a percentage change told as it happens",
    ),
    (
        "A town's population first grew by 20% during the mining boom and then shrank by "
        "25% when the mine closed. What was the overall percentage change, and was it an "
        "increase or a decrease?",
        "10% decrease",
        "a percentage change told as it happens",
    ),
    (
        "The membership of a club fell from 400 to 340 over two years. Give this as a "
        "percentage decrease.",
        "15%",
        "a percentage change told as it happens",
    ),
    (
        "after 15% off a coat cost us $68. what was it before the sale?",
        "$80",
        "a percentage change told as it happens",
    ),
    (
        "A stock drops by 20% in March and then rises by 30% in April. What is the net "
        "percentage change?",
        "4% increase",
        "a percentage change told as it happens",
    ),
    (
        "Bread was 2 euros and now it's 2.30 euros. By how many percent has it gone up?",
        "15%",
        "a percentage change told as it happens",
    ),
    (
        "After falling by 10% a flat's value is $180,000. What was it worth before the fall?",
        "$200000",
        "a percentage change told as it happens",
    ),
    (
        "The price of oil first rose by 50% and then fell by 40%. Find the overall "
        "percentage change.",
        "10% decrease",
        "a percentage change told as it happens",
    ),
    (
        "Electricity costs 28 cents per kWh. Our heater is 2 kW and runs 5 hours a day. "
        "How much will that cost us for 30 days?",
        "$84",
        "a bill, a wage or an entry fee of several parts",
    ),
    (
        "my phone plan is $25 a month plus 8 cents for every text over the limit. last "
        "months bill was $31.80, so how many texts over was i?",
        "85",
        "a bill, a wage or an entry fee of several parts",
    ),
    (
        "Museum entry costs 14 euros for an adult and 6.50 euros for a child. Mr and Mrs "
        "Rossi take their 3 kids along. How much do they pay altogether, in euros?",
        "€47.50",
        "a bill, a wage or an entry fee of several parts",
    ),
    (
        "Hannah earns $13.50 an hour for the first 40 hours of the week and time and a "
        "half for anything beyond that. Find her pay for a week in which she works 46 "
        "hours.",
        "$661.50",
        "a bill, a wage or an entry fee of several parts",
    ),
    (
        "i bought 3 notebooks for $2.75 each and a pen for $1.40 and gave the lady a $20 "
        "bill. how much change should i of got",
        "$10.35",
        "a bill, a wage or an entry fee of several parts",
    ),
    (
        "A gym charges £25 to join and then £18.50 each month. How many pounds will a new"
        " member pay altogether in the first year?",
        "£247",
        "a bill, a wage or an entry fee of several parts",
    ),
    (
        "Six colleagues went out for a meal. The bill was 138 euros; they added a 10% tip"
        " and split the total equally. What did each of them pay in euros?",
        "€25.30",
        "a bill, a wage or an entry fee of several parts",
    ),
    (
        "nine of us went for a curry and are spliting the £166.50 bill equally. how much each?",
        "£18.50",
        "a bill, a wage or an entry fee of several parts",
    ),
    (
        "Lea bought 4 buns at $1.20 each and a juice for $2.10. She paid with a $10 note."
        " How much change did she get?",
        "$3.10",
        "a bill, a wage or an entry fee of several parts",
    ),
    (
        "We bought 5 tickets for £8 each and one programme for £3.50. How much did we pay"
        " altogether?",
        "£43.50",
        "a bill, a wage or an entry fee of several parts",
    ),
    (
        "Omar is paid $12 an hour for the first 35 hours and double time for overtime. "
        "How much does he earn when he works 40 hours?",
        "$540",
        "a bill, a wage or an entry fee of several parts",
    ),
    (
        "Power costs 30 cents per kWh. A pump is 1.5 kW and runs 4 hours a day. How much "
        "does it cost for 10 days?",
        "$18",
        "a bill, a wage or an entry fee of several parts",
    ),
    (
        "My contract is $15 a month plus 5 cents for every message over the limit. Last "
        "month's bill was $18.50. How many messages over was I?",
        "70",
        "a bill, a wage or an entry fee of several parts",
    ),
    (
        "A club charges $40 to join and then $22 per month. How much do you pay in the first year?",
        "$304",
        "a bill, a wage or an entry fee of several parts",
    ),
    (
        "Zoo entry costs £9 for an adult and £4 for a child. Mr and Mrs Lee bring their 2"
        " children. How much do they pay?",
        "£26",
        "a bill, a wage or an entry fee of several parts",
    ),
    (
        "Six colleagues went out for a meal. The bill was 138 euros; they added a 10% tip"
        " and split the total equally. What did each of them pay in euros?",
        "€25.30",
        "a share, equal or not",
    ),
    (
        "nine of us went for a curry and are spliting the £166.50 bill equally. how much each?",
        "£18.50",
        "a share, equal or not",
    ),
    (
        "Three brothers inherit 72 acres of farmland, which the will splits between them "
        "in the ratio 2 : 3 : 7. Find the biggest share.",
        "42 acres",
        "a share, equal or not",
    ),
    (
        "Grace, Hamid and Isla inherit £96 from a lucky raffle ticket and split it in the"
        " ratio 1 : 3 : 4 in that order. How many pounds does each receive?",
        "£12, £36, £48",
        "a share, equal or not",
    ),
    (
        "Sofia and Ken have to divide 84 stickers so that Sofia gets 12 more than Ken. "
        "How many stickers for Ken?",
        "36",
        "a share, equal or not",
    ),
    (
        "Omar is paid $12 an hour for the first 35 hours and double time for overtime. "
        "How much does he earn when he works 40 hours?",
        "$540",
        "a share, equal or not",
    ),
    (
        "Five friends ate together. The bill came to $84; they left a 25% tip and shared "
        "the cost equally. How much did each pay?",
        "$21",
        "a share, equal or not",
    ),
    (
        "4 of us are splitting the 50 euro taxi evenly. how much each?",
        "€12.50",
        "a share, equal or not",
    ),
    (
        "Seven neighbours bought a mower for £364 and split the cost equally. What did "
        "each of them pay?",
        "£52",
        "a share, equal or not",
    ),
    (
        "Ana, Ben and Cleo won $240 and share it in the ratio 2:3:5 in this order. How "
        "many dollars does each get?",
        "$48, $72, $120",
        "a share, equal or not",
    ),
    (
        "Two sisters inherit 45 hectares of forest, divided between them in the ratio "
        "4:5. Find the larger share.",
        "25 ha",
        "a share, equal or not",
    ),
    (
        "Tim and Lea divide 50 marbles so that Lea gets 8 fewer than Tim. How many "
        "marbles for Tim?",
        "29",
        "a share, equal or not",
    ),
    (
        "Tim and Lea share 50 marbles so that Lea gets 8 fewer than Tim. How many marbles"
        " does Tim get?",
        "29",
        "a share, equal or not",
    ),
    (
        "Priya is 3 times as old as her nephew Kabir. In twelve years' time she'll be "
        "only twice as old as him. How old is Priya now?",
        "36",
        "the ages of two at two times",
    ),
    (
        "My dad is 47 and im 15. how many years ago was he exactly five times my age?",
        "7",
        "the ages of two at two times",
    ),
    (
        "Grandpa Joe was 31 on the day his daughter Ruth was born. Today, on their shared"
        " birthday, the two ages add to 89. How old is Ruth today?",
        "29",
        "the ages of two at two times",
    ),
    (
        "My daughter Priya has just turned 9 and I turned 37 on the same day. In how many"
        " years will I be exactly twice as old as she is?",
        "19",
        "the ages of two at two times",
    ),
    (
        "Tomasz is three times as old as his cousin Ewa. Five years ago his age was four "
        "times hers. How old is Ewa today?",
        "15",
        "the ages of two at two times",
    ),
    (
        "Lena is twice as old as her brother Max. Six years ago she was five times as old"
        " as him. How old is Max now?",
        "8",
        "the ages of two at two times",
    ),
    (
        "Mr Ito is 4 times as old as his son Ken. In 10 years' time he'll be only 2.5 "
        "times as old as Ken. How old is Ken now?",
        "10",
        "the ages of two at two times",
    ),
    (
        "Ruth was 28 when her son Adam was born. Together they are 64. How old is Adam?",
        "18",
        "the ages of two at two times",
    ),
    (
        "My aunt is 50 and I'm 14. How many years ago was she exactly four times my age?",
        "2",
        "the ages of two at two times",
    ),
    (
        "Tom has just turned 5 and Sara turned 29 on the same day. In how many years will"
        " Sara be three times as old as Tom?",
        "7",
        "the ages of two at two times",
    ),
    (
        "Tomasz is three years older than his cousin Ewa. Five years ago his age was four"
        " times hers. How old is Ewa today?",
        "6",
        "the ages of two at two times",
    ),
    (
        "A number leaves remainder 2 when it is divided by 5, and remainder 3 when it is "
        "divided by 7. What is the smallest positive whole number for which this is true?",
        "17",
        "what is left of things made of so many each, or a number with two remainders",
    ),
    (
        "A teacher has 1000 beads and makes bracelets of 13 beads each until she can't "
        "make another. How many beads are left over?",
        "12",
        "what is left of things made of so many each, or a number with two remainders",
    ),
    (
        "153 scouts are going to camp in minibuses that seat 16. If every bus is filled "
        "before anyone gets on the next, how many scouts ride in the last bus?",
        "9",
        "what is left of things made of so many each, or a number with two remainders",
    ),
    (
        "smallest positive whole number that leaves remainder 2 when you divide by 5, and"
        " remainder 3 when you divide by 7 ?",
        "17",
        "what is left of things made of so many each, or a number with two remainders",
    ),
    (
        "The caretaker sets out 163 chairs in full rows of 12 in the hall. How many "
        "chairs are left for the last, incomplete row?",
        "7",
        "what is left of things made of so many each, or a number with two remainders",
    ),
    (
        "A baker has 500 rolls and fills bags of 8 rolls each until he can't fill "
        "another. How many rolls remain?",
        "4",
        "what is left of things made of so many each, or a number with two remainders",
    ),
    (
        "130 guests sit at tables that seat 12. If each table is full before anyone sits "
        "at the next one, how many guests sit at the last table?",
        "10",
        "what is left of things made of so many each, or a number with two remainders",
    ),
    (
        "A number gives remainder 1 when divided by 4 and remainder 4 when divided by 9. "
        "What is the smallest positive number for which this is true?",
        "13",
        "what is left of things made of so many each, or a number with two remainders",
    ),
    (
        "What is the smallest natural number that leaves a remainder of 3 on division by "
        "8 and a remainder of 2 on division by 5?",
        "27",
        "what is left of things made of so many each, or a number with two remainders",
    ),
    (
        "A florist has 96 roses and 72 lilies. She wants to tie as many identical "
        "bouquets as she can, using up every flower. How many bouquets will there be?",
        "24",
        "identical groups of several sorts",
    ),
    (
        "For a wedding a florist has 96 roses, 72 tulips and 60 lilies. She wants to tie "
        "identical bunches and have no flower left over. What is the greatest number of "
        "bunches she can tie?",
        "12",
        "identical groups of several sorts",
    ),
    (
        "A shop has 84 pens and 60 rubbers and packs as many identical bags as possible "
        "with nothing left over. How many bags are there?",
        "12",
        "identical groups of several sorts",
    ),
    (
        "Tim has 45 red marbles and 30 blue marbles. He wants to make identical packs "
        "without any marbles left over. Find the largest number of packs he can make.",
        "15",
        "identical groups of several sorts",
    ),
    (
        "A coach has 24 girls and 36 boys and wants to form identical teams, using all "
        "the children. What is the greatest number of teams she can form?",
        "12",
        "identical groups of several sorts",
    ),
    (
        "At a wedding there were 45 guests from the bride's side and 60 from the groom's."
        " Write bride's guests to groom's guests as a ratio in simplest form.",
        "3:4",
        "a ratio of counts, or of parts of which one is told",
    ),
    (
        "ratio of boys to girls in a choir is 3:5. there are 24 boys. how many singers "
        "all together?",
        "64",
        "a ratio of counts, or of parts of which one is told",
    ),
    (
        "For concrete my brother mixes cement, sand and gravel 1:2:4 by weight. He's "
        "already weighed out 84 kg of sand. How many kg of gravel go with it?",
        "168",
        "a ratio of counts, or of parts of which one is told",
    ),
    (
        "In a zoo there are 12 adult penguins and 18 young penguins. Find the ratio of "
        "young penguins to adult penguins in its simplest form.",
        "3:2",
        "a ratio of counts, or of parts of which one is told",
    ),
    (
        "The ratio of cats to dogs in a shelter is 4:7. There are 28 dogs. How many "
        "animals are there in total?",
        "44",
        "a ratio of counts, or of parts of which one is told",
    ),
    (
        "The ratio of nurses to doctors in a clinic is 5:2. There are 8 doctors. How many"
        " nurses are there?",
        "20",
        "a ratio of counts, or of parts of which one is told",
    ),
    (
        "A cook mixes flour, butter and sugar 3:2:1 by weight. She has used 600 g of "
        "flour. How many g of sugar go with it?",
        "200",
        "a ratio of counts, or of parts of which one is told",
    ),
    (
        "A farmer mixes oats and barley in the ratio 5:3. He uses 40 kg of oats. How much"
        " barley does he need?",
        "24 kg",
        "a ratio of counts, or of parts of which one is told",
    ),
    (
        "At the school fair, 3 adult tickets and 2 child tickets came to $34, while 1 "
        "adult ticket and 4 child tickets came to $28. What does each kind of ticket "
        "cost?",
        "adult ticket $8, child ticket $5",
        "two bills of two sorts",
    ),
    (
        "At the station kiosk three coffees and two muffins came to $17. The guy behind "
        "me got one coffee and four muffins and paid $14. How much is one muffin?",
        "$2.50",
        "two bills of two sorts",
    ),
    (
        "Two pens and three rulers cost £7. Four pens and one ruler cost £9. How much "
        "does one pen cost?",
        "£2",
        "two bills of two sorts",
    ),
    (
        "5 apples and 4 pears cost 6.70 euros and 3 apples and 2 pears cost 3.70 euros. "
        "What does one pear cost?",
        "€0.80",
        "two bills of two sorts",
    ),
    (
        "In a cafe two teas and one cake come to $11 and one tea and three cakes come to "
        "$18. Find the price of one cake.",
        "$5",
        "two bills of two sorts",
    ),
    (
        "Three sisters, Ana, Bea and Carla, have ages which add up to 60. Bea is four "
        "years younger than Ana, and Carla is twice as old as Bea. Work out Carla's age.",
        "28",
        "three people and how two of them compare",
    ),
    (
        "if u add the ages of 3 brothers luke, sam and ben u get 44. sam is 4 years "
        "younger than luke and ben is half of sams age. how old is ben",
        "8",
        "three people and how two of them compare",
    ),
    (
        "84 stickers are divided among Omar, Pia and Quinn so that Omar has twice as many"
        " as Pia, and Quinn has 4 more than Pia. How many does Pia get?",
        "y = 20",
        "three people and how two of them compare",
    ),
    (
        "95 cards are shared between Ann, Bob and Cid so that Ann gets 5 more than Bob "
        "and Cid gets three times as many as Bob. How many does Cid get?",
        "c = 54",
        "three people and how two of them compare",
    ),
    (
        "The ages of Tim, Una and Vic add up to 41. Una is 3 years older than Tim. Vic is"
        " twice as old as Tim. How old is Una?",
        "12.5",
        "three people and how two of them compare",
    ),
    (
        "Leo, Mia and Ned have 66 marbles altogether. Leo has 6 fewer than Mia. Ned has "
        "twice as many as Leo. How many marbles does Mia have?",
        "y = 21",
        "three people and how two of them compare",
    ),
    (
        "Sam ate 2/7 of a cake. Then his sister ate half of what was left. What fraction "
        "of the whole cake is now left over?",
        "5/14",
        "a part of what was left, or small parts of an amount",
    ),
    (
        "Gina had 7/8 of a litre of paint left. She poured it into little pots that hold "
        "1/16 of a litre each. How many pots did she fill?",
        "14",
        "a part of what was left, or small parts of an amount",
    ),
    (
        "Anna ate 2/5 of a birthday cake. Afterwards her brother had 1/4 of what she had "
        "left. Which fraction of the whole cake is still there?",
        "9/20",
        "a part of what was left, or small parts of an amount",
    ),
    (
        "Ida read 1/3 of a book. Later she read 2/5 of the rest. What fraction of the "
        "book is left?",
        "2/5",
        "a part of what was left, or small parts of an amount",
    ),
    (
        "Max drank 1/4 of a bottle and his brother drank half of what was left. What "
        "fraction of the bottle remains?",
        "3/8",
        "a part of what was left, or small parts of an amount",
    ),
    (
        "We have 3/4 of a kilogram of flour. We put it into bags that hold 1/8 of a "
        "kilogram each. How many bags can we fill?",
        "6",
        "a part of what was left, or small parts of an amount",
    ),
    (
        "I ate 1/4 of a pizza and my brother ate 3/8 of the rest. What fraction of the "
        "pizza is left?",
        "15/32",
        "a part of what was left, or small parts of an amount",
    ),
    (
        "On a hiking map with scale 1 : 50 000 two huts are 7.4 cm apart. What is the "
        "distance between them in reality, in kilometres?",
        "3.7",
        "a map and its scale",
    ),
    (
        "On a map with a scale of 1:25000 the distance between two churches is 6 cm. What"
        " is the real distance in km?",
        "1.5",
        "a map and its scale",
    ),
    (
        "A town plan is drawn to scale 1:10000. Two parks are 4.5 cm apart on the plan. "
        "How many metres are they apart in reality?",
        "450",
        "a map and its scale",
    ),
    (
        "A map has scale 1:200000. Two lakes are 3 cm apart on the map. What is the "
        "actual distance between them in kilometres?",
        "6",
        "a map and its scale",
    ),
    (
        "If 5 pens cost $3.75, how much would 8 of the same pens cost?",
        "$6",
        "a recipe for another number of people",
    ),
    (
        "pancake recipe for 4 people uses 300g of flour but we are going to be 14!! how "
        "much flour do i need",
        "1050 g",
        "a recipe for another number of people",
    ),
    (
        "My pilaf recipe serves 4 and uses 300 g of rice. How much rice do I need if ten "
        "guests are coming?",
        "750 g",
        "a recipe for another number of people",
    ),
    (
        "A soup recipe for 6 people needs 900 ml of stock. How much stock do I need for 10 people?",
        "1500 ml",
        "a recipe for another number of people",
    ),
    (
        "This recipe serves 8 and takes 400 g of butter. How many g of butter do we need "
        "if 6 friends come?",
        "300 g",
        "a recipe for another number of people",
    ),
    (
        "If 3 tickets cost €25.50, how much would 7 of the same tickets cost?",
        "€59.50",
        "a recipe for another number of people",
    ),
    (
        "On Sunday Mei cycles for 40 minutes at 18 km/h along the canal, then for half an"
        " hour at 24 km/h on the road home. What total distance does she cover?",
        "24 km",
        "two legs, two directions, two lights",
    ),
    (
        "Two cars leave the same service station at the same moment and head in opposite "
        "directions along a straight motorway, one at 50 mph, the other at 64 mph. After "
        "how many hours will they be 285 miles apart?",
        "2.5 h",
        "two legs, two directions, two lights",
    ),
    (
        "Rosa cycles 60 km to her aunt's at 30 km/h and, tired, comes back along the same"
        " road at 20 km/h. What is her average speed for the whole trip, there and back?",
        "24 km/h",
        "two legs, two directions, two lights",
    ),
    (
        "Two lighthouses flash together at midnight exactly. One of them flashes every 18"
        " seconds and the other every 24 seconds. How many seconds go by before they next"
        " flash at the same moment?",
        "72 s",
        "two legs, two directions, two lights",
    ),
    (
        "Two lighthouses on the bay flash once every 18 seconds and once every 24 "
        "seconds. At eight in the evening they flash together. After how many seconds "
        "will they next flash at the same moment?",
        "72 s",
        "two legs, two directions, two lights",
    ),
    (
        "Two buses leave together at 8 in the morning. One leaves every 12 minutes and "
        "the other every 18 minutes. After how many minutes will they next leave "
        "together?",
        "36",
        "two legs, two directions, two lights",
    ),
    (
        "Two bells ring together at noon. One rings every 8 minutes and the other every "
        "12 minutes. How many minutes go by before they next ring together?",
        "24",
        "two legs, two directions, two lights",
    ),
    (
        "Tom walks for 45 minutes at 4 km/h and then runs for 20 minutes at 12 km/h. What"
        " total distance does he cover?",
        "7 km",
        "two legs, two directions, two lights",
    ),
    (
        "Two cyclists start from the same place and ride in opposite directions, one at "
        "15 km/h, the other at 21 km/h. After how many hours will they be 90 km apart?",
        "2.5 h",
        "two legs, two directions, two lights",
    ),
    (
        "75 sweets, 8 kids, everybody gets the same and as many as posible. how many each"
        " and how many are left",
        "quotient 9, remainder 3",
        "what each gets and what is left, or a part with a unit",
    ),
    (
        "By noon a greengrocer had sold 45 kg of oranges, which was 30% of all the "
        "oranges he had that morning. How many kilograms did he have in the morning?",
        "150",
        "what each gets and what is left, or a part with a unit",
    ),
    (
        "50 cards, 7 players, everyone gets the same number. How many does each get and "
        "how many are left over?",
        "quotient 7, remainder 1",
        "what each gets and what is left, or a part with a unit",
    ),
    (
        "There are 100 nuts for 9 children. Each child gets the same, as many as "
        "possible. How many nuts does each get and how many are left?",
        "quotient 11, remainder 1",
        "what each gets and what is left, or a part with a unit",
    ),
    (
        "A farmer has sold 120 litres of milk, which is 40% of the milk he had. How many "
        "litres did he have?",
        "300",
        "what each gets and what is left, or a part with a unit",
    ),
    (
        "We used 18 m of wire, which was 15% of all the wire. How many metres of wire "
        "were there at first?",
        "120",
        "what each gets and what is left, or a part with a unit",
    ),
    (
        "The digits of a two-digit number add to 11. When the digits are swapped round, "
        "the new number is 27 more than the original. Find the original number.",
        "47",
        "digits that are swapped, rows of seats, sums over an index",
    ),
    (
        "The digits of a two-digit number add up to 11. When you swap the digits over, "
        "the number gets bigger by 27. Find the original number.",
        "47",
        "digits that are swapped, rows of seats, sums over an index",
    ),
    (
        "The digits of a two-digit number add up to 9. When you swap the digits round, "
        "the number gets smaller by 45. What is the original number?",
        "72",
        "digits that are swapped, rows of seats, sums over an index",
    ),
    (
        "The sum of the digits of a two-digit number is 12. When the digits are swapped "
        "over, the new number is 18 less than the original. Find the number.",
        "75",
        "digits that are swapped, rows of seats, sums over an index",
    ),
    (
        "A small theatre has 25 rows of seats. The front row has 14 seats and each row "
        "behind it has 2 more than the row before. How many seats are there in total?",
        "950",
        "digits that are swapped, rows of seats, sums over an index",
    ),
    (
        "A village hall has 12 rows of chairs. The front row has 8 chairs and each row "
        "behind it has 3 more than the row in front. How many chairs are there "
        "altogether?",
        "294",
        "digits that are swapped, rows of seats, sums over an index",
    ),
    (
        "A large stadium has 30 rows of seats. The first row has 40 seats and each row "
        "behind it has 4 more than the row before. How many seats are there in total?",
        "2940",
        "digits that are swapped, rows of seats, sums over an index",
    ),
    (
        "add up k^2+k for k from 1 to 10",
        "440",
        "digits that are swapped, rows of seats, sums over an index",
    ),
    (
        "evaluate Σ(2k² − 1) for k from 1 to 6",
        "176",
        "digits that are swapped, rows of seats, sums over an index",
    ),
    (
        "work out Σ(3n + 2) for n from 1 to 8",
        "124",
        "digits that are swapped, rows of seats, sums over an index",
    ),
    (
        "add up 2^j for j from 0 to 5",
        "63",
        "digits that are swapped, rows of seats, sums over an index",
    ),
    (
        "Add up k^2 - k for k from 2 to 5.",
        "40",
        "digits that are swapped, rows of seats, sums over an index",
    ),
    (
        "What is the sum to infinity of the geometric series $12 + 4 + \\frac43 + \\dots$?",
        "18",
        "digits that are swapped, rows of seats, sums over an index",
    ),
    (
        "3a + 2b = 4, 5a - 4b = 36 ... find a and b",
        "a = 4, b = -4",
        "digits that are swapped, rows of seats, sums over an index",
    ),
    (
        "If a : b = 2 : 3 and b : c = 4 : 5, write a : c as a ratio in its lowest terms.",
        "8:15",
        "the form of an answer, named quantities of a law, dots that are a pause",
    ),
    (
        "If x : y = 5 : 6 and y : z = 9 : 2, express x : z in its simplest form.",
        "15:4",
        "the form of an answer, named quantities of a law, dots that are a pause",
    ),
    (
        "Add 2 1/3 and 3/4 and give the result as a mixed number.",
        "3 1/12",
        "the form of an answer, named quantities of a law, dots that are a pause",
    ),
    (
        "Add 1 1/2 and 2 2/3 and leave your answer as a mixed number.",
        "4 1/6",
        "the form of an answer, named quantities of a law, dots that are a pause",
    ),
    (
        "Work out 5 1/4 - 1 2/3. Give your answer as a mixed number.",
        "3 7/12",
        "the form of an answer, named quantities of a law, dots that are a pause",
    ),
    (
        "Work out 2 1/3 + 3/4 as a mixed number",
        "3 1/12",
        "the form of an answer, named quantities of a law, dots that are a pause",
    ),
    (
        "Add 1/2, 2/3 and 3/4 and write your answer as a mixed number.",
        "23/12",
        "the form of an answer, named quantities of a law, dots that are a pause",
    ),
    (
        "3a + 2b = 4, 5a - 4b = 36 ... find a and b",
        "a = 4, b = -4",
        "the form of an answer, named quantities of a law, dots that are a pause",
    ),
    (
        "Work out 2/3 + 3/5. Give your answer as an improper fraction.",
        "19/15",
        "the form of an answer, named quantities of a law, dots that are a pause",
    ),
    (
        "If a : b = 2 : 3 and b : c = 4 : 5, find a : b : c in lowest whole-number terms.",
        "8:12:15",
        "the form of an answer, named quantities of a law, dots that are a pause",
    ),
    (
        "If a : b = 3 : 4 and b : c = 6 : 5, what is a : c in its simplest whole-number form?",
        "9:10",
        "the form of an answer, named quantities of a law, dots that are a pause",
    ),
    (
        "The pressure \\(P\\) of a gas varies inversely as the volume \\(V\\). Given that \\(P"
        " = 120\\) when \\(V = 5\\), detemine \\(P\\) when \\(V = 8\\).",
        "75",
        "the form of an answer, named quantities of a law, dots that are a pause",
    ),
    (
        "The stretch y mm of a spring is directly proportional to the load x newtons. "
        "When x = 6, y = 15. Find y when x = 10.",
        "25",
        "the form of an answer, named quantities of a law, dots that are a pause",
    ),
    (
        "Rosa cycles 60 km to her aunt's at 30 km/h and, tired, comes back along the same"
        " road at 20 km/h. What is her average speed for the whole trip, there and back?",
        "24 km/h",
        "the form of an answer, named quantities of a law, dots that are a pause",
    ),
    (
        "Ali can paint the fence in 6 hours; Bea can paint it alone in 3 hours. How long "
        "will they take together?",
        "2 h",
        "what a word more makes of a story",
    ),
    (
        "Sam ate 2/7 of a cake. Then his sister ate half of the rest of the cake. What "
        "fraction of the whole cake is now left over?",
        "5/14",
        "what a word more makes of a story",
    ),
    (
        "The pressure P of a gas varies inversely as the square of the volume V. P = 120 "
        "when V = 5. Find P when V = 10.",
        "30",
        "what a word more makes of a story",
    ),
    (
        "3a + 2b = 4, 5a - 4b = 36 ... find a and b",
        "a = 4, b = -4",
        "what a word more makes of a story",
    ),
    (
        "84 stickers are divided among Omar, Pia and Quinn so that Omar has twice as many"
        " as Pia, and Quinn has 4 more than Pia. How many does Pia get?",
        "y = 20",
        "what a word more makes of a story",
    ),
    (
        "95 cards are shared between Ann, Bob and Cid so that Ann gets 5 more than Bob "
        "and Cid gets three times as many as Bob. How many does Cid get?",
        "c = 54",
        "what a word more makes of a story",
    ),
    (
        "Leo, Mia and Ned have 66 marbles altogether. Leo has 6 fewer than Mia. Ned has "
        "twice as many as Leo. How many marbles does Mia have?",
        "y = 21",
        "what a word more makes of a story",
    ),
    (
        "my phone plan is $25 a month plus 8 cents for every text over the limit. last "
        "months bill was $31.80, so how many texts over was i?",
        "85",
        "what a word more makes of a story",
    ),
    (
        "Ali can paint the garden fence alone in 6 hours; Bea needs only 3. How long will"
        " the job take if they paint together?",
        "2 h",
        "what a word more makes of a story",
    ),
    (
        "Tina can clean the house by herself in 3 hours, Omar needs 6 hours. How long do "
        "they need together?",
        "2 h",
        "what a word more makes of a story",
    ),
)

UNREAD = (
    ("Find the mean and the variance of 2, 4, 4, 6.", "two measures, and a frame finds one"),
    (
        "A bank pays 8% a year compounded quarterly, so 3% is added every three months. "
        "Ana deposits $1000. What is in the account after 2 years?",
        "3% is not what 8% a year makes in a quarter",
    ),
    (
        "i borrowed 1200 euros from my uncle at 5% simple interest a year. when i paid "
        "him back half it was 1380 in total. how many years did i have the loan?",
        "only half was paid back",
    ),
    (
        "Grandpa puts £2,400 into a savings account that pays 3.5% simple interest a "
        "month. How many pounds of interest will he have earned after 4 years?",
        "the rate is for a month",
    ),
    (
        "Grandpa puts £2,400 into a savings account that pays 3.5% simple interest a "
        "year. How many pounds of butter can he buy with the interest after 4 years?",
        "what is asked is no money",
    ),
    (
        "Elena borrowed 1200 euros from the credit union and nine months later she paid "
        "back 1272 euros in total including a fee of 20 euros. What annual rate of simple"
        " interest was she charged?",
        "a fee is in the total",
    ),
    (
        "Elena borrowed 1200 euros and nine months later than planned she paid back 1272 "
        "euros in total. What annual rate of simple interest was she charged?",
        "later than another time",
    ),
    (
        "im investing $5000 at 4% per year compounded once a month. how much will be in "
        "there after 2 years",
        "how often is not told in words that are known",
    ),
    (
        "A bank pays 8% a year compounded quarterly, so 3% is added every three months. "
        "Ana deposits $1000. What is in the account after 2 years?",
        "3% is not what 8% a year makes in a quarter",
    ),
    (
        "A lab technician needs 500 ml of 12% acid but only has bottles of 10% acid and "
        "15% acid. How much of the 20% acid should she use?",
        "a strength that she has not",
    ),
    (
        "A lab technician needs 500 ml of 12% acid but only has bottles of 10% acid and "
        "15% alcohol. How much of the 15% alcohol should she use?",
        "two different stuffs",
    ),
    (
        "A lab technician needs 500 ml of 20% acid but only has bottles of 10% acid and "
        "15% acid. How much of the 15% acid should she use?",
        "the target is not between the two",
    ),
    (
        "How many litres of a 20% salt solution must be added to 6 litres of a 50% sugar "
        "solution so that the mixture contains 30% salt?",
        "two different stuffs",
    ),
    (
        "How many litres of a 20% salt solution must be added to 6 litres of a 50% salt "
        "solution so that the mixture contains 60% salt?",
        "stronger than both",
    ),
    (
        "ive got 15 L of coolant thats 40% antifreeze. how much plain water is in it?",
        "what is there, not what is added",
    ),
    (
        "In the lab I've 300 ml of 40% acid and want to dilute it down to 25%. How much "
        "pure acid do I have to pour in?",
        "pure acid makes it no weaker",
    ),
    (
        "A coffee roaster blends 8 kg of beans costing €9 per kg with 12 kg of beans "
        "costing €14 per kg. What does half a kilo of the blend cost her, in euros?",
        "half a unit",
    ),
    (
        "A coffee roaster blends 8 kg of beans costing €9 per kg with 12 kg of beans "
        "costing €14 per kg. What does 5 kg of the blend cost her, in euros?",
        "several units",
    ),
    (
        "ive got 15 L of coolant thats 40% antifreeze. how much plain water do i need to "
        "take out to bring it to 50% antifreeze?",
        "taken out, not added",
    ),
    (
        "5 bricklayers build a wall in 12 days. how many days would 4 of them need for "
        "two walls, all working at the same rate?",
        "another job",
    ),
    (
        "5 bricklayers build a wall in 12 days. how many days would 4 more of them need?",
        "more than before, not in all",
    ),
    (
        "Working together, two printers finish a run of brochures in 4 hours. The slower "
        "printer on its own would need 6 hours. How long would the faster one need on its"
        " own?",
        "the times do not fit the words",
    ),
    (
        "Working together, two printers finish a run of brochures in 4 hours. The faster "
        "printer on its own would need 6 hours. How long would the faster one need for "
        "two runs?",
        "another job",
    ),
    (
        "Ali can paint the garden fence alone in 6 hours; Bea needs only 3. How long will"
        " Ali take?",
        "one of them is asked for",
    ),
    (
        "Ali can paint the garden fence alone in 6 hours; Bea needs only 3 days. How long"
        " will the job take if they paint together?",
        "two units",
    ),
    (
        "Ali can paint the garden fence alone in 6 hours; Bea needs 3 more. How long will"
        " the job take if they paint together?",
        "a difference, no time",
    ),
    (
        "Ali and Bea paint the fence together in 6 hours; Bea needs 10. How long will Ali take?",
        "one of them is asked for",
    ),
    (
        "The tap fills our paddling pool in 20 minutes, but with the plug out a full pool"
        " empties in 30 minutes. How many minutes does the full pool take to empty?",
        "another thing is asked",
    ),
    (
        "A tap fills a paddling pool in 4 hours. The open plug hole would empty a full "
        "pool in 6 hours. Someone left the plug out and turned the tap on: how many hours"
        " until the empty pool is half full?",
        "half of it",
    ),
    (
        "Ann and Bob together paint a fence in 2 hours. Ann alone needs 3 hours. How long"
        " do they need together?",
        "the told time of both is asked",
    ),
    (
        "If 5 machines turn out 240 parts in 8 hours, how many more parts will 7 of these"
        " machines turn out in 6 hours?",
        "a difference is asked",
    ),
    (
        "If 5 machines turn out 240 parts in 8 hours, how many parts will 7 other "
        "machines that are twice as fast turn out in 6 hours?",
        "other machines",
    ),
    (
        "If 5 machines turn out 240 parts in 8 hours, how many screws will 7 of these "
        "machines turn out in 6 hours?",
        "another thing",
    ),
    (
        "If 5 machines turn out 240 parts in 8 hours, how many parts will 7 more of these"
        " machines turn out in 6 hours?",
        "more than before",
    ),
    (
        "4 bakers can bake 120 loaves in 3 hours. How many loaves can 6 bakers bake in 5 days?",
        "two units",
    ),
    (
        "Ann and Bob together paint a fence in 2 hours. Ann alone needs 3 hours. How long"
        " do they need together?",
        "the told time of both is asked",
    ),
    (
        "The population rose from 2,500 to 2,850 in ten years. Express this as a "
        "percentage increase per year.",
        "a rate is asked",
    ),
    (
        "after 20% off, a pair of trainers cost me £52. how much were two pairs before the sale?",
        "twice the price",
    ),
    (
        "A share goes up by 10% on Monday and then drops by 10 dollars on Tuesday. What "
        "is the overall percentage change across the two days?",
        "no percentage",
    ),
    (
        "A share goes up by 10% on Monday and then drops by 10% of its original value on "
        "Tuesday. What is the overall percentage change?",
        "10% of another value",
    ),
    (
        "Jacket was 80 euro and now its 12 euro cheaper in the sale. how many percent did"
        " it go down?",
        "a difference, no price",
    ),
    (
        "Jacket was 80 euro and now its 68 euro in the sale. how many percent did it go up?",
        "it went down",
    ),
    (
        "A town's population grew by 20% and then did not shrink by 25%. What was the "
        "overall percentage change?",
        "a negation",
    ),
    (
        "One share goes up by 10% and another drops by 10%. What is the overall percentage change?",
        "two things",
    ),
    (
        "A share goes up by 10% on Monday and then drops by 10% on Tuesday. What is the "
        "overall percentage increase?",
        "in all it falls",
    ),
    (
        "A share goes up by 25% on Monday and then drops by 20% on Tuesday. What is the "
        "overall percentage change?",
        "nothing changes in all",
    ),
    (
        "The price of oil rises by 20% and the price of gas falls by 10%. What is the "
        "overall percentage change?",
        "two things",
    ),
    (
        "Hannah earns $13.50 an hour for the first 40 hours of the week and $5 more for "
        "anything beyond that. Find her pay for a week in which she works 46 hours.",
        "no factor",
    ),
    (
        "Hannah earns $13.50 an hour for the first 40 hours of the week and time and a "
        "half for anything beyond that. Find her pay for a week in which she works 36 "
        "hours.",
        "no overtime",
    ),
    (
        "i bought 3 notebooks for $2.75 each and a pen for $1.40 and gave the lady a $20 "
        "bill but she kept $1. how much change should i of got",
        "more happens",
    ),
    (
        "i bought 3 notebooks for $2.75 and a pen for $1.40 and gave the lady a $20 bill."
        " how much change did i get",
        "for all of them, or each",
    ),
    (
        "i bought 3 notebooks for $2.75 each and a pen for $1.40 and gave the lady two "
        "$20 bills. how much change should i get",
        "two notes",
    ),
    (
        "A gym charges £25 to join and then £18.50 each week. How many pounds will a new "
        "member pay altogether in the first year?",
        "another period",
    ),
    (
        "A gym charges £25 to join and then £18.50 each month. How many pounds will two "
        "new members pay altogether in the first year?",
        "for two",
    ),
    (
        "A gym charges £25 to join and then £18.50 each month after the first three. How "
        "many pounds will a new member pay altogether in the first year?",
        "not for every month",
    ),
    (
        "Museum entry costs 14 euros for an adult and 6.50 euros for a child. Mr and Mrs "
        "Rossi take their 3 kids and a grandmother along. How much do they pay "
        "altogether?",
        "somebody besides",
    ),
    (
        "Museum entry costs 14 euros for an adult and 6.50 euros for a child. Mr Rossi "
        "takes his 3 kids along. How much do they pay altogether?",
        "one grown-up or more is not told",
    ),
    (
        "Electricity costs 28 cents per kWh. Our heater is 2 kW and runs 5 hours a week. "
        "How much will that cost us for 30 days?",
        "another period",
    ),
    (
        "Electricity costs 28 cents per kWh. Our two heaters are 2 kW each and run 5 "
        "hours a day. How much will that cost us for 30 days?",
        "two devices",
    ),
    (
        "my phone plan is $25 a month plus 8 cents for every text over the limit. last "
        "months bill was $31.80, so how many calls over was i?",
        "another thing",
    ),
    (
        "Six colleagues and their boss went out for a meal. The bill was 138 euros and "
        "they split it equally. What did each of them pay?",
        "somebody besides",
    ),
    (
        "Six colleagues went out for a meal. The bill was 138 euros; they added a 10% tip"
        " and split the total equally. What was the tip?",
        "another thing is asked",
    ),
    (
        "Six colleagues went out for a meal. The bill was 138 euros; they split it "
        "equally but one paid nothing. What did each of the others pay?",
        "not all pay",
    ),
    (
        "nine of us went for a curry and are splitting the £166.50 bill. how much each if"
        " I pay double?",
        "not equally",
    ),
    (
        "Grace, Hamid and Isla inherit £96 and split half of it in the ratio 1 : 3 : 4. "
        "How many pounds does each receive?",
        "only a half is shared",
    ),
    (
        "Sofia and Ken have to divide 84 stickers so that Sofia gets 12 more than twice "
        "what Ken gets. How many stickers for Ken?",
        "another relation",
    ),
    (
        "Sofia and Ken have to divide 84 stickers so that Sofia gets 12 more than Ken. "
        "How many stickers for Tom?",
        "a stranger",
    ),
    (
        "Museum entry costs 14 euros for an adult and 6.50 euros for a child. Mr and Mrs "
        "Rossi take their 3 kids and a grandmother along. How much do they pay "
        "altogether?",
        "somebody besides",
    ),
    (
        "Six colleagues went out with 2 friends. The bill was 138 euros and they split it"
        " equally. What did each of them pay?",
        "more people",
    ),
    (
        "nine of us went for a curry with a friend and are splitting the £166.50 bill "
        "equally. how much each?",
        "somebody besides",
    ),
    (
        "Six colleagues and a trainee went out. The bill was 138 euros and they split it "
        "equally. What did each pay?",
        "somebody besides",
    ),
    (
        "Priya is 3 times as old as her nephew Kabir. In twelve years' time he'll be "
        "twice as old as her. How old is Priya now?",
        "the younger one would be older",
    ),
    (
        "Priya is 3 times as old as her nephew Kabir. In twelve years' time she'll be 24 "
        "years older than him. How old is Priya now?",
        "nothing new is told",
    ),
    (
        "Priya is 3 times as old as her nephew Kabir. In twelve years' time she'll be "
        "only twice as old as him. How old will Priya be then?",
        "at the other time",
    ),
    (
        "Priya is 3 times as old as her nephew Kabir. In twelve months' time she'll be "
        "only twice as old as him. How old is Priya now?",
        "another unit",
    ),
    (
        "My dad is 47 and im 15. how many years ago was I exactly five times his age?",
        "the younger one is never older",
    ),
    (
        "My dad is 47 and my mum is 15 years younger. how many years ago was he exactly "
        "five times my age?",
        "a third person",
    ),
    (
        "My dad is 47 and im 15. how old was he when i was five?",
        "another question",
    ),
    (
        "My daughter Priya has just turned 9 and my son turned 37. In how many years will"
        " I be exactly twice as old as she is?",
        "of me no age is told",
    ),
    (
        "Grandpa Joe was 31 on the day his daughter Ruth was born. Today, the two ages "
        "add to 89. How old is Joe's other daughter today?",
        "a stranger",
    ),
    (
        "Tomasz is three times as old as his cousin Ewa. Five years ago his age was four "
        "times hers. How old is Max today?",
        "a stranger",
    ),
    (
        "Grandpa Joe was 31 two years before his daughter Ruth was born. Today the two "
        "ages add to 89. How old is Ruth today?",
        "not at her birth",
    ),
    (
        "Tomasz is three times as old as Ewa. Five years ago Ewa was four times as old as"
        " Max. How old is Ewa?",
        "a third person",
    ),
    (
        "A teacher has 1000 beads and makes bracelets of 13 beads each until she can't "
        "make another. How many bracelets does she make?",
        "what is left of things made of so many each, or a number with two remainders",
    ),
    (
        "A teacher has 1000 beads and makes bracelets of 13 beads each until she can't "
        "make another. How many more beads does she need for another?",
        "what is missing, not what is left",
    ),
    (
        "A teacher has 1000 beads and makes 13 bracelets of beads. How many beads are left over?",
        "how many in one is not told",
    ),
    (
        "153 scouts are going to camp in minibuses that seat 17. If every bus is filled "
        "before anyone gets on the next, how many scouts ride in the last bus?",
        "the last one is full",
    ),
    (
        "153 scouts are going to camp in minibuses that seat 16. If every bus is half "
        "filled before anyone gets on the next, how many scouts ride in the last bus?",
        "not filled",
    ),
    (
        "153 scouts are going to camp in 9 minibuses that seat 17. how many seats are "
        "free in the last bus?",
        "free seats are asked",
    ),
    (
        "A number leaves remainder 2 when it is divided by 5, and remainder 3 when it is "
        "divided by 7. What is the largest such number below 100?",
        "the largest",
    ),
    (
        "A number leaves remainder 2 when it is divided by 4, and remainder 3 when it is "
        "divided by 6. What is the smallest positive whole number for which this is true?",
        "the divisors share a factor",
    ),
    (
        "A number leaves remainder 2 when its square is divided by 5, and remainder 3 "
        "when it is divided by 7. What is the smallest positive whole number for which "
        "this is true?",
        "its square",
    ),
    (
        "The caretaker sets out 163 chairs in 12 full rows in the hall. How many chairs "
        "are left for the last, incomplete row?",
        "what is left of things made of so many each, or a number with two remainders",
    ),
    (
        "A florist has 96 roses and 72 lilies. She wants to tie as many identical "
        "bouquets of 6 flowers as she can, using up every flower. How many bouquets will "
        "there be?",
        "how many in each is told",
    ),
    (
        "A florist has 96 roses and 72 lilies. She wants to tie as many identical "
        "bouquets as she can, using up every flower. How many roses will there be in each"
        " bouquet?",
        "another thing is asked",
    ),
    (
        "A florist has 96 roses and 72 lilies. She wants to tie as many bouquets as she "
        "can, each with one rose and two lilies. How many bouquets will there be?",
        "what is in each is told",
    ),
    (
        "A florist has 96 roses and throws away 72 lilies. She wants to tie as many "
        "identical bouquets as she can, using up every flower. How many bouquets will "
        "there be?",
        "fewer flowers",
    ),
    (
        "A florist has 96 roses and 72 lilies. She wants to tie as few identical bouquets"
        " as she can, using up every flower. How many bouquets will there be?",
        "as few as possible",
    ),
    (
        "A florist has 96 roses and 72 lilies. She wants to tie two identical bouquets, "
        "using up every flower. How many flowers will there be?",
        "how many groups is told",
    ),
    (
        "ratio of boys to girls in a choir is 3:5. there are 24 boys. how many teachers "
        "all together?",
        "a third kind",
    ),
    (
        "ratio of boys to girls in a choir is 3:5. there are 24 more girls than boys. how"
        " many singers all together?",
        "a difference is told",
    ),
    (
        "At a wedding there were 45 guests from the bride's side and 60 from the groom's."
        " Write bride's guests to all guests as a ratio.",
        "one kind to all",
    ),
    (
        "For concrete my brother mixes cement, sand and gravel 1:2:4 by weight. He's "
        "already weighed out 84 kg of sand. How many kg of concrete does he get?",
        "all of it",
    ),
    (
        "For concrete my brother mixes cement, sand and gravel 1:2:4 by weight. He's "
        "already weighed out 84 kg of sand. How many kg of sand are missing?",
        "of the same part",
    ),
    (
        "For concrete my brother mixes cement, sand and gravel 1:2:4 by weight. He's "
        "already weighed out 84 kg of sand. How many bags of gravel go with it?",
        "another unit",
    ),
    (
        "At the station kiosk three coffees and two muffins came to $17. The guy behind "
        "me got one coffee and four teas and paid $14. How much is one muffin?",
        "a third sort",
    ),
    (
        "At the station kiosk three coffees and two muffins came to $17. The guy behind "
        "me got one coffee and four muffins and paid $14. How much is one tea?",
        "a sort of no bill",
    ),
    (
        "At the station kiosk three coffees and two muffins came to $17. The guy behind "
        "me got one coffee and four muffins and paid $14 with a tip of $1. How much is "
        "one muffin?",
        "something more in the bill",
    ),
    (
        "At the station kiosk three coffees and two muffins came to $17. The guy behind "
        "me got one coffee and four muffins and paid $3 less. How much is one muffin?",
        "no bill of its own",
    ),
    (
        "Two pens and three rulers cost £7. Four pens and one ruler cost £9. How much do "
        "two pens cost?",
        "two of them",
    ),
    (
        "Two pens and three rulers and a bag cost £7. Four pens and one ruler cost £9. "
        "How much does one pen cost?",
        "a third thing in one bill",
    ),
    (
        "84 stickers are divided among Omar, Pia and Quinn so that Omar has twice as many"
        " as Pia, and Quinn has 4 more than Rob. How many does Pia get?",
        "a fourth person",
    ),
    (
        "84 stickers are divided among Omar, Pia and Quinn so that Omar has twice as many"
        " as Pia, and Quinn has 4 more than Pia. How many more does Omar get than Pia?",
        "a difference is asked",
    ),
    (
        "84 stickers are divided among Omar, Pia and Quinn so that Omar has twice as many"
        " as Pia. How many does Pia get?",
        "only one relation of three people",
    ),
    (
        "84 stickers are divided among Omar, Pia, Rob and Quinn so that Omar has twice as"
        " many as Pia, and Quinn has 4 more than Pia. How many does Pia get?",
        "four people",
    ),
    (
        "84 stickers are divided among Omar, Pia and Quinn so that Omar has twice as many"
        " as Pia and Quinn together, and Quinn has 4 more than Pia. How many does Pia "
        "get?",
        "twice as many as both",
    ),
    (
        "Three sisters, Ana, Bea and Carla, have ages which add up to 60. Bea is four "
        "years younger than Ana, and Carla will be twice as old as Bea. Work out Carla's "
        "age.",
        "at another time",
    ),
    (
        "Three sisters, Ana, Bea and Carla, have ages which added up to 60 two years ago."
        " Bea is four years younger than Ana, and Carla is twice as old as Bea. Work out "
        "Carla's age.",
        "at another time",
    ),
    (
        "Sam ate 2/7 of a cake. Then his sister ate half of a pie. What fraction of the "
        "whole cake is now left over?",
        "another whole",
    ),
    (
        "Sam ate 2/7 of a cake. Then his sister ate half of what was left. What fraction "
        "of the whole cake did she eat?",
        "another thing is asked",
    ),
    (
        "Sam ate 2/7 of a cake. Then his sister ate half of what he had eaten. What "
        "fraction of the whole cake is now left over?",
        "of what was eaten",
    ),
    (
        "Sam ate 2/7 of a cake. Then his sister ate all but half of what was left. What "
        "fraction of the whole cake is now left over?",
        "all but a half",
    ),
    (
        "Gina had 7/8 of a litre of paint left. She poured it into little pots that hold "
        "1/16 of a metre each. How many pots did she fill?",
        "another unit",
    ),
    (
        "Gina had 7/8 of a litre of paint left. She poured half of it into little pots "
        "that hold 1/16 of a litre each. How many pots did she fill?",
        "only a half",
    ),
    (
        "Gina had 7/8 of a litre of paint left. She poured it into little pots that hold "
        "1/15 of a litre each. How many pots did she fill?",
        "no whole number of pots",
    ),
    (
        "On a hiking map with scale 1 : 50 000 two huts are 7.4 cm apart. What is the "
        "distance between them on another map with scale 1 : 25 000?",
        "another scale",
    ),
    (
        "On a hiking map with scale 1 : 50 000 a field is 7.4 cm long. What is its area "
        "in reality?",
        "an area",
    ),
    (
        "On a hiking map with scale 1 : 50 000 two huts are 7.4 cm apart. How long does "
        "it take to walk between them?",
        "a time",
    ),
    (
        "pancake recipe for 4 people uses 300g of flour but we are going to be 14!! how "
        "much milk do i need",
        "another stuff",
    ),
    (
        "pancake recipe for 4 people uses 300g of flour and 2 eggs but we are going to be"
        " 14!! how much flour do i need",
        "two stuffs",
    ),
    (
        "My pilaf recipe serves 4 and uses 300 g of rice. How much more rice do I need if"
        " ten guests are coming?",
        "a difference",
    ),
    (
        "My pilaf recipe serves 4 and uses 300 g of rice. How much rice do I need if ten "
        "guests and I are eating?",
        "one more person",
    ),
    (
        "My pilaf recipe serves 4 and uses 300 g of rice. How much rice do I need if ten "
        "guests are coming and half of them are children?",
        "not all alike",
    ),
    (
        "My pilaf recipe serves 4 and uses 300 g of rice each. How much rice do I need if"
        " ten guests are coming?",
        "for each person",
    ),
    (
        "75 sweets, 8 kids and a teacher, everybody gets the same and as many as "
        "possible. how many each and how many are left",
        "somebody besides",
    ),
    (
        "75 sweets, 8 kids, everybody gets the same except one. how many each and how "
        "many are left",
        "an exception",
    ),
    (
        "75 sweets, 8 kids, everybody gets twice the same and as many as possible. how "
        "many each and how many are left",
        "another share",
    ),
    (
        "By noon a greengrocer had sold 45 kg of oranges, which was 30% of all the "
        "oranges he had that morning. How many kilograms did he have left?",
        "what is left is asked",
    ),
    (
        "By noon a greengrocer had sold 45 kg of oranges, which was 30% of all the fruit "
        "he had that morning. How many kilograms of oranges did he have in the morning?",
        "of other things",
    ),
    (
        "By noon a greengrocer had sold 45 kg of oranges, which was 30% more than the day"
        " before. How many kilograms did he have in the morning?",
        "more than another amount",
    ),
    (
        "By noon a greengrocer had sold 45 kg of oranges, which was 30% of all the "
        "oranges he had that morning. How many crates did he have in the morning?",
        "another unit",
    ),
    (
        "The digits of a two-digit number add to 11. When the digits are swapped round, "
        "the new number is twice the original. Find the original number.",
        "another relation",
    ),
    (
        "The digits of a two-digit number add to 11. When the digits are swapped round, "
        "the new number is 27 more than twice the original. Find the original number.",
        "more than twice",
    ),
    (
        "The digits of a three-digit number add to 11. When the digits are swapped round,"
        " the new number is 27 more than the original. Find the original number.",
        "three digits",
    ),
    (
        "The digits of a two-digit number add to 11. When the digits are swapped round, "
        "the new number gets bigger by 27%. Find the original number.",
        "a percentage",
    ),
    (
        "add k^2+k for k from 1 to 10",
        "no sum is named",
    ),
    (
        "add up the squares of k^2+k for k from 1 to 10",
        "squares",
    ),
    (
        "add up k^2+k for odd k from 1 to 10",
        "not every k",
    ),
    (
        "evaluate Σ(2k² − 1) for k from 1 to 6 except 3",
        "an exception",
    ),
    (
        "Add 2 1/3 and 3/4 and subtract 1 and give the result as a mixed number.",
        "another operation",
    ),
    (
        "Add 2 1/3 to 3/4 of 5 and give the result as a mixed number.",
        "a part of a number",
    ),
    (
        "Ali can paint the fence alone in 6 hours; Bea can paint the wall alone in 3 "
        "hours. How long will they take together?",
        "two jobs",
    ),
    (
        "My recipe costs £3 and serves 4 and uses 300 g of rice. How many pounds of rice "
        "do I need for 8?",
        "a weight, not money",
    ),
    (
        "For concrete my brother mixes cement, sand and gravel 1:2:4 by volume. He's "
        "already weighed out 84 kg of sand. How many kg of gravel go with it?",
        "a weight of parts by volume",
    ),
    (
        "85 stickers are divided among Omar, Pia and Quinn so that Omar has twice as many"
        " as Pia, and Quinn has 4 more than Pia. How many does Pia get?",
        "no whole number of stickers",
    ),
    (
        "Sam ate 2/7 of a cake. Then his sister ate half of the rest of the pie. What "
        "fraction of the whole cake is now left over?",
        "another whole",
    ),
    (
        "The population rose from 2,500 to 2,850 in ten years. What was the annual "
        "percentage increase?",
        "a rate is asked",
    ),
    (
        "my phone plan is $25 a month plus 8 cents for every text over the limit. last "
        "months bill was $31.80, so how many texts did i send?",
        "how many there are below the limit is not told",
    ),
    (
        "Joe was 31 when his daughter Ruth was born. In 10 years their ages add to 89. "
        "How old is Ruth?",
        "at another time",
    ),
    (
        "Joe was 31 when his daughter Ruth was born. Their ages add up to 89. How old was"
        " Joe when Ruth was 5?",
        "at another time",
    ),
    (
        "Six colleagues won 138 euros, gave half of it away and split the rest equally. "
        "What did each of them get?",
        "only a half is shared",
    ),
    (
        "Six colleagues split a bill of 138 euros equally among five of them. What did each pay?",
        "not all share",
    ),
    (
        "Omar is paid $12 an hour for the first 35 hours and double time for overtime. He"
        " pays 10% tax. How much does he earn when he works 40 hours?",
        "a tax besides",
    ),
    (
        "Omar is paid $12 an hour for the first 35 hours and double time for overtime. "
        "How many hours does he work to earn $540?",
        "another thing is asked",
    ),
    (
        "ratio of boys to girls in a choir is 3:5. there are 24 boys. 2 leave. how many "
        "singers all together?",
        "fewer are left",
    ),
    (
        "ratio of boys to girls in a choir is 3:5. there were 24 boys left. how many "
        "singers all together?",
        "some have gone",
    ),
    (
        "3 adult tickets and 2 child tickets came to $34 before a discount, while 1 adult"
        " ticket and 4 child tickets came to $28. What does each kind of ticket cost?",
        "not what was paid",
    ),
    (
        "Priya is 3 times as old as her nephew Kabir. In twelve years' time she'll be "
        "only twice as old as he was two years ago. How old is Priya now?",
        "at a third time",
    ),
    (
        "Priya is not 3 times as old as her nephew Kabir. In twelve years' time she'll be"
        " only twice as old as him. How old is Priya now?",
        "a negation",
    ),
    (
        "On a map with a scale of 1:25000 the distance between two churches is 6 cm more "
        "than the distance between two parks. What is the real distance in km?",
        "a difference",
    ),
    (
        "If 5 machines turn out 240 parts in 8 hours, how many parts will 7 of these "
        "machines turn out in 6 hours if one breaks down?",
        "a machine less",
    ),
    (
        "pancake recipe for 4 people uses 300g of flour but we are going to be 14!! how "
        "much flour do i need for half the recipe",
        "half of it",
    ),
    (
        "Two cars leave the same place and head in opposite directions, one at 50 mph, "
        "the other at 64 mph an hour later. After how many hours will they be 285 miles "
        "apart?",
        "not at once",
    ),
    (
        "Grandpa puts £2,400 into a savings account that pays 3.5% simple interest a "
        "year. He takes out £400 after a year. How many pounds of interest will he have "
        "earned after 4 years?",
        "a withdrawal",
    ),
    (
        "A florist has 96 roses and 72 lilies. She wants to tie as many identical "
        "bouquets as she can, leaving 6 roses over. How many bouquets will there be?",
        "some are left over",
    ),
    (
        "A number leaves remainder 2 when it is divided by 5, and remainder 3 when it is "
        "divided by 7. What is the smallest even number for which this is true?",
        "another condition",
    ),
    (
        "Museum entry costs 14 euros for an adult and half for a child. Mr and Mrs Rossi "
        "take their 3 kids along. How much do they pay altogether?",
        "no price",
    ),
    (
        "A train travels through a tunnel 3 km long and over a bridge 2 km long at 60 "
        "km/h. How long does it take?",
        "two lengths",
    ),
    (
        "A teacher has 1000 beads, loses 30 and makes bracelets of 13 beads each until "
        "she can't make another. How many beads are left over?",
        "fewer beads",
    ),
    (
        "Electricity costs 28 cents per kWh at night and 30 cents by day. Our heater is 2"
        " kW and runs 5 hours a day. How much will that cost us for 30 days?",
        "two prices",
    ),
    (
        "75 sweets, 8 kids, everybody gets the same and as many as possible. how many "
        "each and how many are missing",
        "what is missing",
    ),
    (
        "Add 2 1/3 and 3/4 and give the reciprocal of the result as a mixed number.",
        "the reciprocal",
    ),
    (
        "The pressure P of a gas does not vary inversely as the volume V. P = 120 when V "
        "= 5. Find P when V = 10.",
        "a negation",
    ),
    (
        "S = 1 + 2 + 3 ... find S",
        "dots that stand for terms",
    ),
)


@pytest.mark.parametrize(("question", "answer", "why"), READ)
def test_a_story_is_read_and_solved(question: str, answer: str, why: str) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem), why
    solution = solve(problem)
    assert isinstance(solution, Solution)
    assert solution.answer.plain == answer, why
    assert solution.verdict.value == "verified"


@pytest.mark.parametrize(("question", "why"), UNREAD)
def test_a_story_that_means_something_else_stays_unread(question: str, why: str) -> None:
    assert isinstance(read_question(question), Unread), why
