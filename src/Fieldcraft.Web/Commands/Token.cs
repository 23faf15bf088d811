using Fieldcraft.Domain.SignIn;
using Fieldcraft.Web.Features.Account;

namespace Fieldcraft.Web.Commands;

/// <summary>Makes a token for a person. It never opens sealed items, and the person is told.</summary>
internal sealed class Token : ICommand
{
    private const string Label = "Command line";

    public string Name => "token";

    public string Usage => "PERSON [--scope read,write,admin] [--days N] [--json] [--data DIR] [--database CONNECTION]";

    public async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        var (settings, json) = (arguments.Settings(), arguments.Json);
        var called = arguments.Word(0, "PERSON");
        var named = arguments.Value("--scope") ?? "read,write";
        var days = arguments.Number("--days", 30);
        arguments.NothingElse();
        if (TokenNames.Read(named.Split(',')) is not { } scopes || scopes == TokenScopes.None)
        {
            throw new UsageException($"--scope takes read, write and admin, not {named}.");
        }

        if (scopes.HasFlag(TokenScopes.Private))
        {
            throw new UsageException(
                "A token made here never opens private items. Its owner can make one with that scope while signed in."
            );
        }

        if (days is < 1 or > TokenMaking.LongestDays)
        {
            throw new UsageException($"--days takes 1 to {TokenMaking.LongestDays}.");
        }

        await using var office = await Office.OpenAsync(settings, cancellationToken);
        if (await PersonArgument.FindAsync(office.Db, called, cancellationToken) is not { } person)
        {
            await terminal.Error.WriteLineAsync($"Nobody is called {called} here.");
            return ExitCode.NotFound;
        }

        var made = await office.Get<TokenMaking>().MakeOnCommandLineAsync(person.Id, Label, scopes, days, cancellationToken);
        await Office.WriteAsync(
            terminal,
            json,
            new
            {
                token = made.Secret,
                person = person.Id.Value,
                scopes = TokenNames.Of(made.Scopes),
                made.ExpiresAt,
            },
            made.Secret
        );
        return ExitCode.Done;
    }
}
