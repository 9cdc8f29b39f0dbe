"""A price, a discount, and then a tax on what is left: what is paid."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.frames.cues import FIND, HOW_MUCH
from mathviz_chat.core.problems.readers.frames.pieces import Pieces

_OFF = r"(?:coupon|discount|voucher|reduction|rebate)"
_TAX = r"(?:sales tax|tax|vat|gst)"

FRAMES: Final = (
    Pieces(
        words="coupon|discount|voucher|reduction|rebate|reduced|off",
        parts={
            "off": (
                rf"(?:(?:have|has|had|use|uses|with|get|gets|there is|after|get|is) )*#p {_OFF}"
                rf"|{_OFF} of #p|(?:is |was )?reduced by #p|(?:is |are )?#p off"
            ),
            "tax": (
                rf"(?:and )?then (?:(?:pay|pays|add|adds|plus|there is|comes|paid) )*#p {_TAX}"
                rf"(?: (?:is|was|gets) added)?|(?:and )?then {_TAX} of #p (?:is|was) added"
            ),
            "price": r"(?:costs?|is|priced at|price of|price is|at) #m|#m",
        },
        asks={
            "paid": (
                rf"(?:{HOW_MUCH}|what) (?:do|does|did|must|will|would|has|have) [a-z]\w*"
                rf"(?: have)?(?: to)? pay(?: in total| altogether| in all)?|{FIND} (?:final|total) "
                r"(?:price|cost)"
            )
        },
        says={
            "paid: off tax price": (
                "A price of {price} decreases by {off} and then increases by {tax}. What is the "
                "new price?"
            )
        },
        allowed="cost costs",
    ),
)
