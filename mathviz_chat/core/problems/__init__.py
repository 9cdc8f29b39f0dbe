"""The question as a formal problem: values, the reader, the judge of a claimed answer."""
