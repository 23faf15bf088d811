using Fieldcraft.Persistence;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Wall;

namespace Fieldcraft.Web.Commands;

/// <summary>Looks the data over: whole, at this program's schema, every sealed text with a key. Opens nothing.</summary>
internal sealed class Verify : ICommand
{
    public string Name => "verify";

    public string Usage => "[--data DIR] [--database CONNECTION] [--keys CONNECTION]";

    public async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        var (settings, json) = (arguments.Settings(), arguments.Json);
        arguments.NothingElse();
        await using var office = await Office.OpenAsync(settings, cancellationToken);
        var report = await DataCheck.RunAsync(office.Db, office.Keys, cancellationToken);
        await Office.WriteAsync(
            terminal,
            json,
            report,
            report.Findings.Count == 0
                ? $"In order: {report.SealedTexts} sealed texts, each with a key."
                : string.Join('\n', report.Findings)
        );
        return report.Findings.Count == 0 ? ExitCode.Done : ExitCode.Findings;
    }
}

/// <summary>Says whether this installation could start, and what it would do without.</summary>
internal sealed class ConfigCheck : ICommand
{
    public string Name => "config check";

    public string Usage => "[--data DIR] [--database CONNECTION] [--keys CONNECTION] [--smtp ADDRESS]";

    public async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        var (settings, json) = (arguments.Settings(), arguments.Json);
        arguments.NothingElse();
        var found = new List<Finding> { new("data folder", Directory.Exists(settings.DataFolder), settings.DataFolder) };
        try
        {
            await KeyStore.OpenAsync(settings, TimeProvider.System, cancellationToken);
            found.Add(new("key store", true, settings.Keys is null ? settings.KeysFile : "PostgreSQL"));
            await using var office = await Office.OpenAsync(settings, cancellationToken);
            found.Add(new("database", true, settings.Database is null ? settings.SqliteFile : "PostgreSQL"));
        }
        catch (StartRefusedException refused)
        {
            found.Add(new(refused.Code, false, refused.Message));
        }

        found.Add(
            new("mail", true, settings.Smtp is null ? $"letters go into {settings.MailFolder}" : $"letters go to {settings.Smtp.Host}")
        );
        await Office.WriteAsync(
            terminal,
            json,
            found,
            string.Join('\n', found.Select(f => $"{(f.Good ? "good" : "WRONG")}  {f.What}: {f.Detail}"))
        );
        return found.TrueForAll(f => f.Good) ? ExitCode.Done : ExitCode.Findings;
    }

    private sealed record Finding(string What, bool Good, string Detail);
}
