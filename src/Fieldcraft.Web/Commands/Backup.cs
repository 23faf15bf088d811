using Fieldcraft.Web.Running;

namespace Fieldcraft.Web.Commands;

/// <summary>Copies the data while the server runs. The copy holds no key: private texts in it stay shut without the key store.</summary>
internal sealed class Backup : ICommand
{
    public string Name => "backup";

    public string Usage => "FILE [--data DIR] [--database CONNECTION]";

    public async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        var (settings, json, file) = (arguments.Settings(), arguments.Json, Path.GetFullPath(arguments.Word(0, "FILE")));
        arguments.NothingElse();
        if (File.Exists(file))
        {
            await terminal.Error.WriteLineAsync($"{file} is there already; choose another name.");
            return ExitCode.RefusedByState;
        }

        await DataBackup.TakeAsync(settings, file, cancellationToken);
        var bytes = new FileInfo(file).Length;
        await Office.WriteAsync(
            terminal,
            json,
            new { file, bytes },
            $"Backed up to {file} ({bytes:n0} bytes). It holds no keys: keep keys backup apart from it."
        );
        return ExitCode.Done;
    }
}

/// <summary>Puts a backup in the place of the data, and applies every erasure again before anybody sees it.</summary>
internal sealed class Restore : ICommand
{
    public string Name => "restore";

    public string Usage => "FILE [--data DIR] [--database CONNECTION]";

    public async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        var (settings, json, file) = (arguments.Settings(), arguments.Json, Path.GetFullPath(arguments.Word(0, "FILE")));
        arguments.NothingElse();
        Office.DemandStopped(settings);
        if (!File.Exists(file))
        {
            await terminal.Error.WriteLineAsync($"{file} is not there.");
            return ExitCode.NotFound;
        }

        var erased = await DataBackup.PutBackAsync(settings, file, cancellationToken);
        await Office.WriteAsync(
            terminal,
            json,
            new { file, erasuresApplied = erased },
            $"Restored from {file}; {erased} erasures were applied again."
        );
        return ExitCode.Done;
    }
}
