"""How a claimed answer of each form is judged; one module a form."""
