using System.Xml;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Demo;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Mail;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.DemoDesk;

/// <summary>What only demo mode has: who one can be, what was mailed, and a clock that can be moved. In any other mode none of it is there.</summary>
public sealed class DemoDeskFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/DemoDesk", Policies.Anyone);

    /// <summary>The addresses outside the API that outside checks rely on.</summary>
    public static void Map(WebApplication app)
    {
        var desk = app.MapGroup("/demo").RequireAuthorization(Policies.Anyone).ExcludeFromDescription();
        desk.MapGet("/accounts", AccountsAsync);
        desk.MapGet(
            "/mail.json",
            async (Settings settings, CancellationToken cancellationToken) =>
                Results.Ok(await FolderMailer.ListAsync(settings, cancellationToken))
        );
        desk.MapPost("/clock", AdvanceAsync);
    }

    private static async Task<IResult> AccountsAsync(
        FieldcraftDb db,
        WordCatalogue catalogue,
        Settings settings,
        CancellationToken cancellationToken
    )
    {
        var words = new Words(catalogue, WordCatalogue.Source, "UTC", settings.Development);
        return Results.Ok(await DemoSignIns.ListAsync(db, words, cancellationToken));
    }

    private static async Task<IResult> AdvanceAsync(
        ClockMove move,
        DemoClock clock,
        FieldcraftDb db,
        JobRunner jobs,
        CancellationToken cancellationToken
    )
    {
        TimeSpan by;
        try
        {
            by = XmlConvert.ToTimeSpan(move.Advance ?? "");
        }
        catch (FormatException)
        {
            return InputProblem.Of("advance", "not-a-duration");
        }

        if (by < TimeSpan.Zero || by > TimeSpan.FromDays(3660))
        {
            return InputProblem.Of("advance", "out-of-range", "P0D to P3660D");
        }

        var offset = clock.Offset + by;
        await db.WriteAsync(
            () => db.Installations.ExecuteUpdateAsync(i => i.SetProperty(x => x.ClockOffset, offset), cancellationToken),
            cancellationToken
        );
        clock.Offset = offset;
        var done = await jobs.RunDueAsync(cancellationToken);
        return Results.Ok(new { now = clock.GetUtcNow(), jobsRun = done });
    }

    /// <param name="Advance">ISO 8601, for example <c>P14D</c>.</param>
    internal sealed record ClockMove(string? Advance);
}

/// <summary>Somebody one can be, as the sign-in page and outside checks see it.</summary>
public sealed record DemoSignIn(string Name, string Role, string Username, string Password);

public static class DemoSignIns
{
    public static async Task<IReadOnlyList<DemoSignIn>> ListAsync(FieldcraftDb db, Words words, CancellationToken cancellationToken)
    {
        var ids = DemoAccounts.All.Select(a => a.EmployeeId).ToList();
        var people = await (
            from person in db.People.AsNoTracking()
            where ids.Contains(person.EmployeeId!)
            join account in db.Accounts on person.Id equals account.PersonId
            select new
            {
                person.EmployeeId,
                person.FirstName,
                person.PreferredName,
                person.LastName,
                account.UserName,
            }
        ).ToDictionaryAsync(p => p.EmployeeId!, cancellationToken);
        return
        [
            .. DemoAccounts
                .All.Where(a => people.ContainsKey(a.EmployeeId))
                .Select(a =>
                {
                    var person = people[a.EmployeeId];
                    return new DemoSignIn(
                        $"{person.PreferredName ?? person.FirstName} {person.LastName}",
                        words[$"demo.account.{a.Key}"],
                        person.UserName,
                        DemoAccounts.Password
                    );
                }),
        ];
    }
}
