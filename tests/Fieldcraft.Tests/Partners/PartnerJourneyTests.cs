using System.Net;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Partners;

/// <summary>Ask, agree, meet, write down, end: over the pages.</summary>
public sealed class PartnerJourneyTests
{
    [Theory, OnEveryDatabase]
    public async Task From_an_ask_to_meetings_in_both_calendars(Database database)
    {
        var world = await World.OnAsync(database);
        var (leader, mentor) = (await world.ColleagueAsync("Amira"), await world.ColleagueAsync("Leo"));
        var asker = await world.SignedInAsync(leader);

        var asked = await (await asker.GetAsync($"/partners/ask?kind=Mentor&person={mentor.Id.Value}")).SubmitAsync(
            "main form",
            ("Input.Message", PartnerSituations.Message)
        );
        asked.Status.ShouldBe(HttpStatusCode.Redirect, asked.Main);
        var answerer = await world.SignedInAsync(mentor);
        (await answerer.GetAsync("/partners")).Main.ShouldContain("waits for your answer");
        var page = await answerer.GetAsync(asked.RedirectsTo!);
        page.Main.ShouldContain(PartnerSituations.Message);
        (await page.SubmitAsync("form[data-answer]", ("yes", "true"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var form = await asker.GetAsync($"{asked.RedirectsTo}/agreement");
        form.Main.ShouldContain("What is said stays between us");
        var proposed = await form.SubmitAsync(
            "main form",
            ("Input.About", PartnerSituations.About),
            ("Input.FirstOn", $"{world.Today.AddDays(7):yyyy-MM-dd}"),
            ("Input.Until", $"{world.Today.AddDays(100):yyyy-MM-dd}")
        );
        proposed.Status.ShouldBe(HttpStatusCode.Redirect, proposed.Main);
        (await world.InDatabaseAsync(db => db.Appointments.CountAsync(a => a.PersonId == leader.Id))).ShouldBe(0);
        (await (await answerer.GetAsync(asked.RedirectsTo!)).SubmitAsync("form[data-confirm]")).Status.ShouldBe(HttpStatusCode.Redirect);

        foreach (var person in new[] { leader, mentor })
        {
            var appointed = await world.InDatabaseAsync(db =>
                db.Appointments.AsNoTracking().Where(a => a.PersonId == person.Id && a.CancelledAt == null).OrderBy(a => a.On).ToListAsync()
            );
            appointed.Count.ShouldBe(4);
            appointed[0].On.ShouldBe(world.Today.AddDays(7));
            appointed.ShouldAllBe(a => a.Takes == TimeSpan.FromMinutes(45) && a.Kind == "partners.appointment.Mentor");
        }

        var meeting = await answerer.GetAsync(
            (await answerer.GetAsync(asked.RedirectsTo!)).Document.QuerySelector("#meetings a")!.GetAttribute("href")!
        );
        meeting.Document.QuerySelectorAll("#agenda li").Length.ShouldBe(4);
        meeting.Main.ShouldContain("15 minutes");
    }

    [Theory, OnEveryDatabase]
    public async Task Not_now_with_somebody_else_in_mind_is_for_the_askers_eyes(Database database)
    {
        var world = await World.OnAsync(database);
        var (leader, mentor) = (await world.ColleagueAsync("Amira"), await world.ColleagueAsync("Leo"));
        var id = await world.AskedAsync(leader, "mentor", mentor);
        var answerer = await world.SignedInAsync(mentor);

        await (await answerer.GetAsync($"/partners/{id}")).SubmitAsync(
            "form[data-answer]",
            ("yes", "false"),
            ("Suggestion", "Try Dalia at Tilbury")
        );

        var page = await (await world.SignedInAsync(leader)).GetAsync($"/partners/{id}");
        page.Main.ShouldContain("Leo Test said not now");
        page.Main.ShouldContain("Try Dalia at Tilbury");
        (await answerer.GetAsync($"/partners/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.InDatabaseAsync(db => db.KeyWraps.AnyAsync(w => w.DocumentId == id && w.ReaderId == mentor.Id.Value))).ShouldBeFalse();
    }

    [Theory, OnEveryDatabase]
    public async Task Notes_are_the_writers_until_both_say_so_and_again_when_one_does_not(Database database)
    {
        var world = await World.OnAsync(database);
        var (leader, mentor) = (await world.ColleagueAsync("Amira"), await world.ColleagueAsync("Leo"));
        var id = await world.RunningAsync(leader, "mentor", world.Today, world.Today.AddDays(90), "monthly", mentor);
        var address = $"/partners/{id}/meetings/{(await world.MeetingsAsync(leader, id))[0].Id}";
        var (hers, his) = (await world.SignedInAsync(leader), await world.SignedInAsync(mentor));
        await (await hers.GetAsync(address)).SubmitAsync("form[data-note]", ("Text", "Canary of Amira"));
        await (await his.GetAsync(address)).SubmitAsync("form[data-note]", ("Text", "Canary of Leo"));

        (await his.GetAsync(address)).Text.ShouldNotContain("Canary of Amira");
        await (await hers.GetAsync(address)).SubmitAsync("form[data-wish]");
        var asked = await his.GetAsync(address);
        asked.Text.ShouldNotContain("Canary of Amira");
        asked.Main.ShouldContain("Amira Test would share notes");
        await asked.SubmitAsync("form[data-wish]");
        (await his.GetAsync(address)).Main.ShouldContain("Canary of Amira");
        (await hers.GetAsync(address)).Main.ShouldContain("Canary of Leo");
        await (await his.GetAsync(address)).SubmitAsync("form[data-wish]");

        (await hers.GetAsync(address)).Text.ShouldNotContain("Canary of Leo");
        (await his.GetAsync(address)).Text.ShouldNotContain("Canary of Amira");
        (await his.GetAsync("/partners/notes")).Main.ShouldContain("Canary of Leo");
        (
            await world.InDatabaseAsync(db => db.KeyWraps.CountAsync(w => w.ReaderId == mentor.Id.Value && w.OwnerId == leader.Id.Value))
        ).ShouldBe(1, "The agreement's own.");
    }

    [Theory, OnEveryDatabase]
    public async Task Met_goes_on_moved_tells_the_others_and_an_early_note_is_refused(Database database)
    {
        var world = await World.OnAsync(database);
        var (leader, mentor) = (await world.ColleagueAsync("Amira"), await world.ColleagueAsync("Leo"));
        var id = await world.RunningAsync(leader, "mentor", world.Today, world.Today.AddDays(90), "monthly", mentor);
        var meetings = await world.MeetingsAsync(leader, id);
        var browser = await world.SignedInAsync(leader);

        (
            await (await browser.GetAsync($"/partners/{id}/meetings/{meetings[0].Id}")).SubmitAsync("form[data-became]", ("met", "true"))
        ).Status.ShouldBe(HttpStatusCode.Redirect);
        (
            await browser.ApiAsync(HttpMethod.Post, $"/api/v1/partners/{id}/meetings/{meetings[1].Id}/outcome", new { met = true })
        ).Status.ShouldBe(HttpStatusCode.Conflict);
        var day = meetings[1].On.AddDays(2);
        var moved = await (await browser.GetAsync($"/partners/{id}/meetings/{meetings[1].Id}")).SubmitAsync(
            "form[data-move]",
            ("Date.On", $"{day:yyyy-MM-dd}"),
            ("Date.At", "14:30")
        );

        moved.Status.ShouldBe(HttpStatusCode.Redirect, moved.Main);
        (await browser.GetAsync($"/partners/{id}")).Main.ShouldContain("met");
        var appointed = await world.InDatabaseAsync(db =>
            db.Appointments.AsNoTracking().SingleAsync(a => a.PersonId == mentor.Id && a.SourceId == meetings[1].Id)
        );
        (appointed.On, appointed.Time).ShouldBe((day, new TimeOnly(14, 30)));
        (
            await world.InDatabaseAsync(db => db.Notices.CountAsync(n => n.PersonId == mentor.Id && n.Kind == "partners.notice.moved"))
        ).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task A_trio_meets_for_an_hour_in_three_calendars(Database database)
    {
        var world = await World.OnAsync(database);
        var people = new[] { await world.ColleagueAsync("Amira"), await world.ColleagueAsync("Jonas"), await world.ColleagueAsync("Ines") };
        var id = await world.RunningAsync(
            people[0],
            "peerTrio",
            world.Today.AddDays(3),
            world.Today.AddDays(31),
            "twoWeekly",
            people[1],
            people[2]
        );

        foreach (var person in people)
        {
            (
                await world.InDatabaseAsync(db =>
                    db.Appointments.CountAsync(a => a.PersonId == person.Id && a.Takes == TimeSpan.FromMinutes(60))
                )
            ).ShouldBe(3);
        }

        (await (await world.SignedInAsync(people[2])).GetAsync($"/partners/{id}")).Main.ShouldContain("Amira Test, Jonas Test");
    }

    [Theory, OnEveryDatabase]
    public async Task Ended_well_it_stays_in_each_history_with_thanks_for_the_other_and_takings_for_oneself(Database database)
    {
        var world = await World.OnAsync(database);
        var (leader, mentor) = (await world.ColleagueAsync("Amira"), await world.ColleagueAsync("Leo"));
        var id = await world.RunningAsync(leader, "mentor", world.Today.AddDays(3), world.Today.AddDays(90), "monthly", mentor);
        var hers = await world.SignedInAsync(leader);

        var ended = await (await hers.GetAsync($"/partners/{id}/ending")).SubmitAsync(
            "main form",
            ("Input.Take", "Canary taking"),
            ("Input.Thanks", "Thank you for the night shift story")
        );

        ended.Status.ShouldBe(HttpStatusCode.Redirect, ended.Main);
        (await hers.GetAsync($"/partners/{id}")).Main.ShouldContain("Canary taking");
        var his = await world.SignedInAsync(mentor);
        var page = await his.GetAsync($"/partners/{id}");
        page.Main.ShouldContain("Thank you for the night shift story");
        page.Text.ShouldNotContain("Canary taking");
        (await his.GetAsync("/partners")).Main.ShouldContain("ended");
        (await world.InDatabaseAsync(db => db.Appointments.CountAsync(a => a.PersonId == mentor.Id && a.CancelledAt == null))).ShouldBe(0);
        (await (await his.GetAsync($"/partners/{id}/ending")).SubmitAsync("main form", ("Input.Take", "His own"))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );
        (await hers.GetAsync($"/partners/{id}")).Text.ShouldNotContain("His own");
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_confirms_what_was_changed_since_they_read_it(Database database)
    {
        var world = await World.OnAsync(database);
        var (leader, mentor) = (await world.ColleagueAsync("Amira"), await world.ColleagueAsync("Leo"));
        var id = await world.AskedAsync(leader, "mentor", mentor);
        await world.SaysYesAsync(mentor, id);
        await world.AgreeAsync(leader, id, world.Today.AddDays(3), world.Today.AddDays(90));
        var read = await (await world.SignedInAsync(mentor)).GetAsync($"/partners/{id}");
        await world.AgreeAsync(leader, id, world.Today.AddDays(4), world.Today.AddDays(90));

        var confirmed = await read.SubmitAsync("form[data-confirm]");

        confirmed.Status.ShouldBe(HttpStatusCode.Conflict);
        (
            await world.InDatabaseAsync(db => db.PartnerMeetings.CountAsync(m => m.PartnershipId == Domain.Partners.PartnershipId.From(id)))
        ).ShouldBe(0);
    }
}
