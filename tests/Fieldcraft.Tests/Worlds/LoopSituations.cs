using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.Worlds;

/// <summary>Situations around the loop: people who can sign in, letters that went out, work that fell due.</summary>
public static class LoopSituations
{
    /// <summary>The person has set a password, so that others can share with them.</summary>
    public static async Task<Person> ActivatedAsync(this World world, Person person)
    {
        var account = SignInAccount.For(person.Id, $"{person.Id.Value:n}@meridian.example", world.Now);
        account.SetPassword("hash", byWayOfSomebodyElse: false, world.Now);
        await world.SaveAsync(account);
        return person;
    }

    /// <summary>Writes an entry into the person's own journal.</summary>
    /// <returns>Its id.</returns>
    public static async Task<Guid> WroteAsync(this World world, Person person, string text)
    {
        var browser = await world.SignedInAsync(person);
        var (status, body, _) = await browser.ApiAsync(HttpMethod.Post, "/api/v1/journal", new { text });
        status.ShouldBe(HttpStatusCode.Created);
        return body.GetProperty("id").GetGuid();
    }

    /// <summary>Runs one kind of work that is due now, whichever node would have taken it.</summary>
    public static async Task RunAsync(this World world, string kind)
    {
        var now = world.Now;
        var rows = await world.InDatabaseAsync(db =>
            db.Jobs.AsNoTracking().Where(j => j.Kind == kind && j.DueAt <= now && j.Payload != null).ToListAsync()
        );
        foreach (var row in rows)
        {
            await using var scope = world.App.Application.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetServices<IJob>().Single(j => j.Kind == kind).RunAsync(row, CancellationToken.None);
        }
    }

    /// <summary>The letters that have gone to this address.</summary>
    public static async Task<IReadOnlyList<SentLetter>> LettersToAsync(this World world, string address)
    {
        await world.App.Get<JobRunner>().RunDueAsync(CancellationToken.None);
        return [.. (await FolderMailer.ListAsync(world.App.Settings, CancellationToken.None)).Where(l => l.To == address)];
    }
}
