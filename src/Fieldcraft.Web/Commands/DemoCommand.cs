using System.Diagnostics;
using System.Globalization;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Demo;
using Fieldcraft.Web.Features.SignIn;
using Fieldcraft.Web.Running;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Commands;

/// <summary>Makes the demo organisation in an empty database.</summary>
internal sealed class DemoCommand : ICommand
{
    public string Name => "demo";

    public string Usage => "[--data DIR] [--database CONNECTION] [--keys CONNECTION] [--json]";

    public async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        var (settings, json) = (arguments.Settings() with { Demo = true }, arguments.Json);
        arguments.NothingElse();
        await using var app = await FieldcraftApp.BuildAsync(settings, new DemoClock(), b => b.Logging.ClearProviders(), cancellationToken);
        await DemoGuard.DemandFitAsync(app.Services, demo: true, cancellationToken);
        await DatabaseUpgrade.RunAsync(app.Services, settings, cancellationToken);
        var made = await MakeAsync(app.Services, terminal, cancellationToken);
        await Office.WriteAsync(
            terminal,
            json,
            made,
            $"{DemoOrganisation.Name} is there. Serve it with bin/run --demo and the same --data or --database."
        );
        return ExitCode.Done;
    }

    /// <summary>Makes the demo with its progress on standard error.</summary>
    /// <exception cref="Wall.StartRefusedException">There is an organisation already.</exception>
    internal static async Task<DemoReport> MakeAsync(IServiceProvider services, Terminal terminal, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        await using var scope = services.CreateAsyncScope();
        var made = await scope
            .ServiceProvider.GetRequiredService<DemoOrganisation>()
            .MakeAsync(terminal.Error.WriteLine, cancellationToken);
        await terminal.Error.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"Made in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s.")
        );
        return made;
    }

    /// <summary>How somebody who sees only the terminal signs in.</summary>
    internal static async Task TellHowToSignInAsync(
        IServiceProvider services,
        Terminal terminal,
        string address,
        CancellationToken cancellationToken
    )
    {
        await using var scope = services.CreateAsyncScope();
        var leader = DemoAccounts.All.First(a => a.Key == "leader").EmployeeId;
        var userName = await (
            from person in scope.ServiceProvider.GetRequiredService<FieldcraftDb>().People.AsNoTracking()
            where person.EmployeeId == leader
            join account in scope.ServiceProvider.GetRequiredService<FieldcraftDb>().Accounts on person.Id equals account.PersonId
            select account.UserName
        ).SingleAsync(cancellationToken);
        await terminal.Out.WriteLineAsync(
            $"Sign in at {address}{SignInLinks.Enter} with one click as whom you like, or as {userName} with the password {DemoAccounts.Password}"
        );
    }
}
