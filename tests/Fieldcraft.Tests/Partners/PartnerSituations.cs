using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.Partners;

/// <summary>People who ask, agree and meet, in domain words.</summary>
internal static class PartnerSituations
{
    public const string Message = "Canary lines: I take over two night teams, you did that once";
    public const string About = "Canary agreement: one decision each time";

    /// <summary>Somebody who can sign in and be asked.</summary>
    public static async Task<Person> ColleagueAsync(this World world, string name, Person? reportsTo = null, Unit? unit = null) =>
        await world.ActivatedAsync(await world.PersonAsync(name, reportsTo, unit));

    public static async Task<Guid> AskedAsync(this World world, Person asker, string kind, params Person[] people)
    {
        var browser = await world.SignedInAsync(asker);
        var (status, body, response) = await browser.ApiAsync(
            HttpMethod.Post,
            "/api/v1/partners",
            new
            {
                kind,
                people = people.Select(p => p.Id.Value),
                message = Message,
            }
        );
        status.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return body.GetProperty("id").GetGuid();
    }

    public static async Task SaysYesAsync(this World world, Person person, Guid partnership) =>
        (
            await (await world.SignedInAsync(person)).ApiAsync(
                HttpMethod.Post,
                $"/api/v1/partners/{partnership}/answer",
                new { yes = true }
            )
        ).Status.ShouldBe(HttpStatusCode.NoContent);

    /// <summary>Asked, answered, and agreed by all: a meeting on the first day and then by rhythm.</summary>
    public static async Task<Guid> RunningAsync(
        this World world,
        Person asker,
        string kind,
        DateOnly first,
        DateOnly until,
        string rhythm,
        params Person[] people
    )
    {
        var id = await world.AskedAsync(asker, kind, people);
        foreach (var person in people)
        {
            await world.SaysYesAsync(person, id);
        }

        (await world.AgreeAsync(asker, id, first, until, rhythm)).ShouldBe(HttpStatusCode.NoContent);
        foreach (var person in people)
        {
            (await world.ConfirmAsync(person, id)).ShouldBe(HttpStatusCode.NoContent);
        }

        return id;
    }

    public static async Task<HttpStatusCode> AgreeAsync(
        this World world,
        Person person,
        Guid id,
        DateOnly first,
        DateOnly until,
        string rhythm = "monthly"
    )
    {
        var browser = await world.SignedInAsync(person);
        var (status, _, _) = await browser.ApiAsync(
            HttpMethod.Put,
            $"/api/v1/partners/{id}/agreement",
            new
            {
                about = About,
                confidentiality = "Between us",
                rhythm,
                firstOn = first,
                firstAt = "10:00:00",
                until,
            },
            ("If-Match", await VersionAsync(browser, id))
        );
        return status;
    }

    public static async Task<HttpStatusCode> ConfirmAsync(this World world, Person person, Guid id)
    {
        var browser = await world.SignedInAsync(person);
        return (
            await browser.ApiAsync(
                HttpMethod.Post,
                $"/api/v1/partners/{id}/confirmation",
                new { },
                ("If-Match", await VersionAsync(browser, id))
            )
        ).Status;
    }

    public static async Task<IReadOnlyList<(Guid Id, DateOnly On)>> MeetingsAsync(this World world, Person person, Guid id)
    {
        var (_, body, _) = await (await world.SignedInAsync(person)).ApiAsync(HttpMethod.Get, $"/api/v1/partners/{id}");
        return
        [
            .. body.GetProperty("meetings")
                .EnumerateArray()
                .Select(m =>
                    (
                        m.GetProperty("id").GetGuid(),
                        DateOnly.Parse(m.GetProperty("on").GetString()!, System.Globalization.CultureInfo.InvariantCulture)
                    )
                ),
        ];
    }

    /// <summary>What the daily look does, now.</summary>
    public static async Task LookAfterPartnersAsync(this TestApp app)
    {
        await using var scope = app.Application.Services.CreateAsyncScope();
        var job = scope.ServiceProvider.GetServices<IJob>().Single(j => j.Kind == "partners.look_after");
        await job.RunAsync(
            new JobRow
            {
                Id = Guid.NewGuid(),
                Kind = job.Kind,
                Key = "test",
                DueAt = app.Clock.GetUtcNow(),
            },
            CancellationToken.None
        );
    }

    private static async Task<string> VersionAsync(Browser browser, Guid id)
    {
        var (_, _, response) = await browser.ApiAsync(HttpMethod.Get, $"/api/v1/partners/{id}");
        return response.Headers.ETag!.Tag;
    }
}
