using System.Text.Json;
using Fieldcraft.Web.Wall;

namespace Fieldcraft.Web.Commands;

/// <summary>Writes what is stored about a person into a file. Whoever runs it is not the person: private texts stay sealed to the owner.</summary>
internal sealed class ExportPerson : ICommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public string Name => "export person";

    public string Usage => "PERSON FILE [--data DIR] [--database CONNECTION]";

    public async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        var (settings, json) = (arguments.Settings(), arguments.Json);
        var (called, file) = (arguments.Word(0, "PERSON"), Path.GetFullPath(arguments.Word(1, "FILE")));
        arguments.NothingElse();
        await using var office = await Office.OpenAsync(settings, cancellationToken);
        if (await PersonArgument.FindAsync(office.Db, called, cancellationToken) is not { } person)
        {
            await terminal.Error.WriteLineAsync($"Nobody is called {called}: give a personnel number, an e-mail address or id:GUID.");
            return ExitCode.NotFound;
        }

        var tables = await new PersonExport(office.Db).OfAsync(person.Id, openAs: null, cancellationToken);
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(tables, Indented), cancellationToken);
        await Office.WriteAsync(
            terminal,
            json,
            new { file, tables = tables.Count },
            $"Written to {file}. Private texts in it are sealed to their owner; the owner can take them along, opened, under Account."
        );
        return ExitCode.Done;
    }
}

/// <summary>Erases a person: the key first, then the rows. Backups of the data become unreadable for them at once, except with an older copy of the keys.</summary>
internal sealed class ErasePerson : ICommand
{
    public string Name => "erase person";

    public string Usage => "PERSON [--data DIR] [--database CONNECTION] [--keys CONNECTION]";

    public async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        var (settings, json, called) = (arguments.Settings(), arguments.Json, arguments.Word(0, "PERSON"));
        arguments.NothingElse();
        await using var office = await Office.OpenAsync(settings, cancellationToken);
        if (await PersonArgument.FindAsync(office.Db, called, cancellationToken) is not { } person)
        {
            await terminal.Error.WriteLineAsync($"Nobody is called {called}: give a personnel number, an e-mail address or id:GUID.");
            return ExitCode.NotFound;
        }

        await Erasing.ErasePersonAsync(office.Db, office.Keys, person.Id, cancellationToken);
        await Office.WriteAsync(
            terminal,
            json,
            new { erased = person.Id.Value },
            "Erased. Copies of the keys older than now may still open older data backups: they rotate within seven days. What was exported, mailed or printed is outside."
        );
        return ExitCode.Done;
    }
}
