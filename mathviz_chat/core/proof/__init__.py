"""The only place where a proof is made: small, and with nothing of ours beneath it but the tree.

Read in this order: ``polynomials``, ``notation``, ``forms``, ``slopes``, ``balls``, ``points``,
``domains``, ``claims``, ``equalities``, ``cells``, ``implications``, ``zeros``, ``proving``
(docs/kernel.md).
"""
