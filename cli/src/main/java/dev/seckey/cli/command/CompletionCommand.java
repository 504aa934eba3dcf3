package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.completion.Shell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "completion",
        description = {
            "Print what makes a shell complete seckey's command lines.",
            "Besides commands and options it completes keys that are plugged in, policies, models and files."
        },
        footer = {
            "",
            "Examples:",
            "  source <(seckey completion bash)                                     (for now; or from ~/.bashrc)",
            "  seckey completion zsh -o ~/.zfunc/_seckey                            (a folder of $fpath)",
            "  seckey completion fish -o ~/.config/fish/completions/seckey.fish",
            "  seckey completion powershell | Out-String | Invoke-Expression        (from $PROFILE)"
        })
final class CompletionCommand implements Action {
    private final Context context;

    @Parameters(paramLabel = "bash|zsh|fish|powershell", description = "The shell.")
    private String shell;

    CompletionCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        Shell chosen = Shell.named(shell)
                .orElseThrow(() -> new UsageException(
                        "there is no completion for \"" + shell + "\"", "there are: bash, zsh, fish, powershell"));
        context.output().print(chosen.script(SurfaceReader.read(context)));
        return ExitCode.DONE;
    }
}
