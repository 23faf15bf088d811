using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Readiness;

public sealed class SeatTests
{
    [Theory, OnEveryDatabase]
    public async Task A_leader_finds_the_seat_that_is_kept_and_takes_it_into_the_calendar(Database database)
    {
        var prepared = await Prepared.InAsync(await World.OnAsync(database));
        var preview = await prepared.PlanAsync("preview", inDays: 3);
        (await prepared.Browsers[0].GetAsync(prepared.Mine)).Main.ShouldContain("Take a seat in a preview");
        await prepared.InviteAsync(preview, prepared.Leaders[0]);

        var page = await prepared.Browsers[0].GetAsync(prepared.Mine);
        page.Main.ShouldContain("Say whether you come to the preview");
        var notice = await prepared.World.InDatabaseAsync(db => db.Notices.SingleAsync(n => n.PersonId == prepared.Leaders[0].Id));
        notice.Kind.ShouldBe("ready.notice.invited");
        var come = await page.SubmitAsync("form[action$='handler=Come']");

        come.Status.ShouldBe(HttpStatusCode.Redirect);
        (await prepared.Browsers[0].GetAsync(prepared.Mine)).Main.ShouldContain("Your preview is on");
        var appointed = await prepared.World.InDatabaseAsync(db => db.Appointments.Where(a => a.SourceId == preview).ToListAsync());
        appointed.Select(a => a.PersonId).ShouldBe([prepared.Coach.Id, prepared.Leaders[0].Id], ignoreOrder: true);
    }

    [Theory, OnEveryDatabase]
    public async Task A_freed_seat_goes_to_the_first_who_waits_and_they_are_told(Database database)
    {
        var prepared = await Prepared.InAsync(await World.OnAsync(database), leaders: 4);
        var group = await prepared.PlanAsync(seats: 2, inDays: 3);
        (await prepared.ComeAsync(group, 0)).ShouldBe("coming");
        (await prepared.ComeAsync(group, 1)).ShouldBe("coming");
        (await prepared.ComeAsync(group, 2)).ShouldBe("waiting");
        (await prepared.ComeAsync(group, 3)).ShouldBe("waiting");

        (await prepared.Browsers[0].ApiAsync(HttpMethod.Delete, $"/api/v1/previews/{group}/seat")).Status.ShouldBe(
            HttpStatusCode.NoContent
        );

        (await StateAsync(prepared, group, prepared.Leaders[2])).ShouldBe(PreparationSeatState.Coming);
        (await StateAsync(prepared, group, prepared.Leaders[3])).ShouldBe(PreparationSeatState.Waiting);
        (await prepared.World.InDatabaseAsync(db => db.Notices.SingleAsync(n => n.PersonId == prepared.Leaders[2].Id))).Kind.ShouldBe(
            "ready.notice.seat_free"
        );
        var off = await prepared.World.InDatabaseAsync(db =>
            db.Appointments.SingleAsync(a => a.SourceId == group && a.PersonId == prepared.Leaders[0].Id)
        );
        off.CancelledAt.ShouldNotBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task A_leader_has_one_seat_of_a_kind_and_another_one_gives_the_first_to_whoever_waits(Database database)
    {
        var prepared = await Prepared.InAsync(await World.OnAsync(database), leaders: 3);
        var first = await prepared.PlanAsync(seats: 2, inDays: 3);
        var second = await prepared.PlanAsync(seats: 2, inDays: 4);
        await prepared.ComeAsync(first, 0);
        await prepared.ComeAsync(first, 1);
        await prepared.ComeAsync(first, 2);

        (await prepared.ComeAsync(second, 0)).ShouldBe("coming");

        (await StateAsync(prepared, first, prepared.Leaders[0])).ShouldBe(PreparationSeatState.Declined);
        (await StateAsync(prepared, first, prepared.Leaders[2])).ShouldBe(PreparationSeatState.Coming);
    }

    [Theory, OnEveryDatabase]
    public async Task A_phone_with_a_pin_says_yes_and_opens_no_sealed_page(Database database)
    {
        var prepared = await Prepared.InAsync(await World.OnAsync(database), leaders: 1);
        var group = await prepared.PlanAsync(inDays: 3);
        var phone = await prepared.World.SignedInAsync(prepared.Leaders[0], Proof.Pin);

        (await phone.GetAsync(prepared.Mine)).Status.ShouldBe(HttpStatusCode.OK);
        (await phone.ApiAsync(HttpMethod.Post, $"/api/v1/previews/{group}/seat")).Status.ShouldBe(HttpStatusCode.OK);
        (await phone.GetAsync($"{prepared.Mine}/comfort")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await phone.ApiAsync(HttpMethod.Get, $"{prepared.Api}/noticed")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnEveryDatabase]
    public async Task Only_who_leads_programmes_plans_and_only_a_facilitator_of_the_site_and_language_holds(Database database)
    {
        var prepared = await Prepared.InAsync(await World.OnAsync(database), leaders: 1);
        var world = prepared.World;
        var elsewhere = await world.UnitAsync("Other facility", UnitKind.Facility);
        var group = await prepared.PlanAsync(inDays: 3);
        var body = prepared.Body("coaching", 8, world.Today.AddDays(4));
        Browser[] others =
        [
            prepared.Browsers[0],
            prepared.AsCoach,
            await world.SignedInAsync(await world.HolderOfAsync(Role.Sponsor)),
            await world.SignedInAsync(await world.HolderOfAsync(Role.SiteScheduler)),
            await world.SignedInAsync(await world.PersonAsync("Stranger")),
        ];
        foreach (var other in others)
        {
            (await other.ApiAsync(HttpMethod.Post, "/api/v1/previews", body)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await other.ApiAsync(HttpMethod.Post, $"/api/v1/previews/{group}/cancel")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await other.ApiAsync(HttpMethod.Get, $"{prepared.Api}/proposal")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await other.GetAsync($"/modules/{prepared.Module.Value}/previews")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await other.GetAsync($"/previews/{group}/change")).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (await others[4].GetAsync($"/previews/{group}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await others[4].GetAsync(prepared.Mine)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await others[4].ApiAsync(HttpMethod.Post, $"/api/v1/previews/{group}/seat")).Status.ShouldBe(HttpStatusCode.NotFound);

        var away = await world.HolderOfAsync(Role.PreviewFacilitator, "Away", elsewhere);
        await RefusedAsync(
            prepared,
            prepared.Body("coaching", 8, world.Today.AddDays(4), facilitator: away.Id.Value),
            "preparation-facilitator"
        );
        await RefusedAsync(prepared, prepared.Body("coaching", 8, world.Today.AddDays(3), "11:00:00"), "preparation-facilitator-taken");
        (await prepared.Planner.ApiAsync(HttpMethod.Post, "/api/v1/previews", prepared.Body("coaching", 11, world.Today))).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
    }

    [Theory, OnEveryDatabase]
    public async Task The_planning_form_keeps_what_was_typed_and_a_change_tells_everybody_with_a_seat(Database database)
    {
        var prepared = await Prepared.InAsync(await World.OnAsync(database), leaders: 1);
        var form = await prepared.Planner.GetAsync($"/modules/{prepared.Module.Value}/previews/new");
        var again = await form.SubmitAsync("main form", ("Input.Seats", "99"), ("Input.Site", prepared.Facility.Id.Value.ToString()));
        again.Status.ShouldBe(HttpStatusCode.BadRequest);
        again.Text.ShouldContain("value=\"99\"");
        var group = await prepared.PlanAsync(inDays: 3);
        await prepared.ComeAsync(group, 0);

        var change = await prepared.Planner.GetAsync($"/previews/{group}/change");
        (await change.SubmitAsync("main form", ("Input.At", "13:00"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await change.SubmitAsync("main form", ("Input.At", "14:00"))).Status.ShouldBe(HttpStatusCode.Conflict);

        (await prepared.World.InDatabaseAsync(db => db.Notices.SingleAsync(n => n.PersonId == prepared.Leaders[0].Id))).Kind.ShouldBe(
            "ready.notice.moved"
        );
        (await prepared.World.InDatabaseAsync(db => db.Appointments.Where(a => a.SourceId == group).ToListAsync())).ShouldAllBe(a =>
            a.Time == new TimeOnly(13, 0)
        );
    }

    [Theory, OnEveryDatabase]
    public async Task A_proposal_is_taken_as_it_was_seen_and_invites_everybody_in_it(Database database)
    {
        var prepared = await Prepared.InAsync(await World.OnAsync(database), leaders: 9, signedIn: false);
        var (_, proposal, _) = await prepared.Planner.ApiAsync(HttpMethod.Get, $"{prepared.Api}/proposal");
        var fingerprint = proposal.GetProperty("fingerprint").GetString();
        proposal.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("kind").GetString()).ShouldBe(["preview", "coaching"]);
        (await prepared.Planner.GetAsync($"/modules/{prepared.Module.Value}/previews/proposal")).Main.ShouldContain("9 leaders");

        (await TakeAsync(prepared, "another")).ShouldBe("preparation-proposal-changed");
        (await TakeAsync(prepared, fingerprint)).ShouldBeNull();

        (await TakeAsync(prepared, fingerprint)).ShouldBe("preparation-proposal-changed");
        var seats = await prepared.World.InDatabaseAsync(db =>
            db.PreparationSeats.Where(s => db.PreparationEvents.Any(e => e.Id == s.EventId && e.ModuleId == prepared.Module)).ToListAsync()
        );
        seats.Count.ShouldBe(18);
        seats.ShouldAllBe(s => s.State == PreparationSeatState.Invited);
        var told = await prepared.World.InDatabaseAsync(db => db.Notices.Where(n => n.PersonId == prepared.Leaders[0].Id).ToListAsync());
        told.ShouldHaveSingleItem();
        (await prepared.Planner.GetAsync($"/modules/{prepared.Module.Value}/previews/invitations")).Main.ShouldContain("Leader9 Test");
    }

    private static async Task<string?> TakeAsync(Prepared prepared, string? fingerprint)
    {
        var (status, answer, _) = await prepared.Planner.ApiAsync(HttpMethod.Post, $"{prepared.Api}/proposal", new { fingerprint });
        return status == HttpStatusCode.OK ? null : answer.GetProperty("code").GetString();
    }

    private static async Task RefusedAsync(Prepared prepared, object body, string code)
    {
        var (status, problem, _) = await prepared.Planner.ApiAsync(HttpMethod.Post, "/api/v1/previews", body);
        (status, problem.GetProperty("code").GetString()).ShouldBe((HttpStatusCode.Conflict, code));
    }

    private static async Task<PreparationSeatState> StateAsync(Prepared prepared, Guid preparation, Person leader) =>
        await prepared.World.InDatabaseAsync(db =>
            db.PreparationSeats.Where(s => s.EventId == PreparationEventId.From(preparation) && s.PersonId == leader.Id)
                .Select(s => s.State)
                .SingleAsync()
        );
}
