using Fieldcraft.Web.Wall;
using Microsoft.AspNetCore.Connections;

namespace Fieldcraft.Web.Commands;

/// <summary>What every command gives back to the shell.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>Findings, or rows that were refused.</summary>
    public const int Findings = 1;
    public const int Usage = 2;
    public const int RefusedByState = 3;
    public const int NotFound = 4;
    public const int Unavailable = 5;
}

/// <summary>Where a command writes: results on standard output, progress and complaints on standard error.</summary>
public sealed record Terminal(TextWriter Out, TextWriter Error);

/// <summary>One command of bin/fieldcraft.</summary>
public interface ICommand
{
    /// <summary>The words that call it, for example <c>keys backup</c>.</summary>
    string Name { get; }

    /// <summary>What follows the name, as the usage line shows it.</summary>
    string Usage { get; }

    Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellationToken);
}

/// <summary>Finds the command that the arguments call and runs it.</summary>
public static class CommandLine
{
    private static readonly IReadOnlyList<ICommand> All =
    [
        new Serve(),
        new Migrate(),
        new ImportPeople(),
        new Token(),
        new DemoCommand(),
        new Backup(),
        new Restore(),
        new KeysBackup(),
        new KeysRestore(),
        new ExportPerson(),
        new ErasePerson(),
        new MailList(),
        new Verify(),
        new ConfigCheck(),
        new RolloutSolve(),
        new SimulateProgramme(),
    ];

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var terminal = new Terminal(output, error);
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        var command = All.OrderByDescending(c => c.Name.Length).FirstOrDefault(c => IsCalled(c, args));
        if (command is null)
        {
            return await ShowUsageAsync(terminal);
        }

        try
        {
            var arguments = Arguments.Parse(args[command.Name.Split(' ').Length..]);
            return await command.RunAsync(arguments, terminal, stop.Token);
        }
        catch (UsageException wrong)
        {
            await error.WriteLineAsync($"{wrong.Message}\nusage: fieldcraft {command.Name} {command.Usage}");
            return ExitCode.Usage;
        }
        catch (StartRefusedException refused)
        {
            await error.WriteLineAsync(refused.Message);
            return ExitCode.RefusedByState;
        }
        catch (System.Data.Common.DbException unavailable)
        {
            await error.WriteLineAsync($"The database does not answer: {unavailable.Message}");
            return ExitCode.Unavailable;
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await error.WriteLineAsync($"{taken.Message} Choose another with --port N, or stop what listens there.");
            return ExitCode.Unavailable;
        }
    }

    private static bool IsCalled(ICommand command, string[] args)
    {
        var words = command.Name.Split(' ');
        return args.Length >= words.Length && args.Take(words.Length).SequenceEqual(words, StringComparer.Ordinal);
    }

    private static async Task<int> ShowUsageAsync(Terminal terminal)
    {
        await terminal.Error.WriteLineAsync("usage: fieldcraft COMMAND");
        foreach (var command in All)
        {
            await terminal.Error.WriteLineAsync($"  {command.Name} {command.Usage}");
        }

        return ExitCode.Usage;
    }
}

/// <summary>The command was called in a way it does not understand.</summary>
public sealed class UsageException(string message) : Exception(message);
