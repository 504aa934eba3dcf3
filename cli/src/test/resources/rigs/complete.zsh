# Types a line into a zsh of its own, asks for the list of what could follow, and waits for a text in it:
# complete.zsh FOLDER-OF-COMPLETIONS LINE TEXT
zmodload zsh/zpty
await() { zpty -r shell said "*$1*" && print -r -- "$said"; }
zpty shell zsh -f -i
zpty -w shell "stty cols 200; fpath=(${(q)1} \$fpath); autoload -Uz compinit; compinit -u -D; bindkey '^X' list-choices; PROMPT='rea''dy> '"
await 'ready> ' >/dev/null
zpty -n -w shell "$2"$'\C-x'
await "$3"
zpty -d shell
