"""What ``mathviz-chat --help`` prints; written by ``scripts/write_help.py``."""

HELP = """\
usage: mathviz-chat [FLAGS]              the interactive session
       mathviz-chat [FLAGS] -q TEXT      one question, one answer
       mathviz-chat COMMAND ...          mathviz-chat COMMAND --help tells more

A maths tutor for the terminal: a local model answers, each step is checked.

options:
  -h, --help          show this help message and exit
  -V, --version       print the version and stop
  -q, --solve TEXT    one question, one answer; - reads it from standard
                      input, as a pipe does
  --continue          go on with the last session

model and solver:
  --backend NAME      auto, llamacpp, ollama, openai, or scripted for tests
  --model NAME        a model's name, or the path of a GGUF file
  --adapter FILE      a LoRA adapter (GGUF) for llamacpp
  --base-url URL      the server of the openai backend
  --solver NAME       who answers: auto, model or sympy
  --steps NAME        the solver's steps: brief, normal or fine
  --method NAME       the solver's method: factoring, formula, completing-the-
                      square, substitution, elimination, parts, first-
                      principles
  --temperature T     0 (the default) takes the likeliest
  --seed N            makes sampling repeatable
  --num-ctx N         tokens of context
  --calculator        work out what belongs after = while the model writes
  --no-calculator     do not; by default it is done for mathviz alone
  --max-tokens N      longest answer, in tokens

output:
  --json              print one JSON object
  --no-stream         print the answer when it is whole
  --require-verified  end in 3 unless the answer is verified
  --plot [FILE]       draw the picture that belongs to the question, below the
                      answer or in a .png or .svg
  --verbose           say which backend answers, and why

commands:
  COMMAND
    check             mark a written solution line by line, with no model
    grade             compare answers with the right ones, one pair a row
    eval              put questions with known answers to the solver or a
                      model, and report
    setup             create the mathviz model in a running Ollama
    doctor            what was found on this machine, and what to do about
                      each problem

exit codes:
  0    answered; check: nothing refuted
  1    refuted and no verified answer, or the solver cannot read or solve it
  2    usage: flags, files, malformed rows
  3    --require-verified not met
  69   a backend asked for by name cannot be reached or lacks the model
  130  interrupted
"""
