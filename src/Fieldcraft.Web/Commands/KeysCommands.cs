using Fieldcraft.Web.Wall;

namespace Fieldcraft.Web.Commands;

/// <summary>Copies the key store, and removes copies older than seven days beside it.</summary>
internal sealed class KeysBackup : ICommand
{
    public string Name => "keys backup";

    public string Usage => "FILE [--data DIR] [--keys CONNECTION]";

    public async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        var (settings, json, file) = (arguments.Settings(), arguments.Json, Path.GetFullPath(arguments.Word(0, "FILE")));
        arguments.NothingElse();
        var keys = await KeyStore.OpenAsync(settings, TimeProvider.System, cancellationToken);
        var copy = await keys.CopyAsync(cancellationToken);
        var removed = await copy.WriteAsync(file, cancellationToken);
        await Office.WriteAsync(
            terminal,
            json,
            new
            {
                file,
                keys = copy.People.Count,
                removed,
            },
            $"{copy.People.Count} keys copied to {file}, still wrapped: without the master key it opens nothing. Removed {removed.Count} copies older than seven days."
        );
        return ExitCode.Done;
    }
}

/// <summary>Puts missing keys back; who was erased stays erased.</summary>
internal sealed class KeysRestore : ICommand
{
    public string Name => "keys restore";

    public string Usage => "FILE [--data DIR] [--keys CONNECTION]";

    public async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        var (settings, json, file) = (arguments.Settings(), arguments.Json, Path.GetFullPath(arguments.Word(0, "FILE")));
        arguments.NothingElse();
        Office.DemandStopped(settings);
        if (!File.Exists(file) || await KeyBackup.ReadAsync(file, cancellationToken) is not { } copy)
        {
            await terminal.Error.WriteLineAsync($"{file} is no copy of a key store.");
            return ExitCode.NotFound;
        }

        var keys = await KeyStore.OpenAsync(settings, TimeProvider.System, cancellationToken);
        var back = await keys.PutBackAsync(copy, cancellationToken);
        await Office.WriteAsync(terminal, json, new { file, restored = back }, $"{back} keys are back.");
        return ExitCode.Done;
    }
}
