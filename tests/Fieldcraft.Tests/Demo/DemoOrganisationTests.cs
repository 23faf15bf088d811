using System.Net;
using System.Net.Http.Json;
using Fieldcraft.Domain.Feedback;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Web.Demo;
using Fieldcraft.Web.Features.DemoDesk;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Demo;

[Trait("Speed", "Slow")]
public sealed class DemoOrganisationTests(MadeDemo demo) : IClassFixture<MadeDemo>
{
    [Fact]
    public async Task Everybody_of_the_directory_is_there_in_a_tree_of_units_each_with_somebody_who_leads_it()
    {
        demo.Report.People.ShouldBe(8005);
        (await demo.InDatabaseAsync(db => db.People.CountAsync())).ShouldBe(8005);
        var units = await demo.InDatabaseAsync(db => db.Units.AsNoTracking().ToListAsync());
        units.CountBy(u => u.Kind).ToDictionary()[UnitKind.Facility].ShouldBe(42);
        units.CountBy(u => u.Kind).ToDictionary()[UnitKind.Network].ShouldBe(6);
        units.CountBy(u => u.Kind).ToDictionary()[UnitKind.State].ShouldBe(3);
        units.Where(u => u.LeadId is null).ShouldAllBe(u => u.Kind == UnitKind.Team);
        units.Count(u => u.LeadId is null).ShouldBeLessThan(3);
        (await demo.InDatabaseAsync(db => db.Placements.CountAsync(p => p.To != null))).ShouldBeGreaterThan(1000);
    }

    [Fact]
    public async Task Every_leader_has_brought_an_assignment_and_written_a_plan()
    {
        var leaders = await demo.InDatabaseAsync(db =>
            db.People.Where(p => db.People.Any(r => r.ManagerId == p.Id && r.Status != PersonStatus.Left)).Select(p => p.Id).ToListAsync()
        );
        var brought = await demo.InDatabaseAsync(db => db.Assignments.Select(a => a.OwnerId).Distinct().ToListAsync());
        var planned = await demo.InDatabaseAsync(db => db.Plans.Select(p => p.OwnerId).Distinct().ToListAsync());

        leaders.Count.ShouldBeGreaterThan(200);
        leaders.Except(brought).ShouldBeEmpty();
        leaders.Except(planned).ShouldBeEmpty();
        (await demo.InDatabaseAsync(db => db.Experiments.Select(e => e.State).Distinct().ToListAsync())).ShouldBe(
            Enum.GetValues<ExperimentState>().Except([ExperimentState.Reviewed]),
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task The_year_lies_in_the_past_and_nobody_has_more_tries_before_them_than_the_rules_allow()
    {
        var late = MadeDemo.MadeAt;

        // Other tests of this demo sign in and run what is due, which tells partners that their meetings do not happen, reminds people and sends their digests, counts the quarter for Insight and passes on ideas of teams that nobody answered in time; a silent "rather not" is told
        // with the day on which the link would have run out.
        var told = new[]
        {
            nameof(SignedIn),
            nameof(FeedbackLinkClosed),
            nameof(PartnersStalled),
            nameof(PersonTold),
            nameof(NudgeGiven),
            nameof(NoticeMailed),
            nameof(NoticeHeld),
            nameof(RhythmBegun),
            nameof(DigestSent),
            nameof(ReleaseFrozen),
            nameof(ReleasePublished),
            nameof(TeamIdeaPassedOn),
        };
        (
            await demo.InDatabaseAsync(db => db.Events.Where(e => e.At > late && !told.Contains(e.Name)).Select(e => e.Name).ToListAsync())
        ).ShouldBeEmpty();
        (await demo.InDatabaseAsync(db => db.Events.MinAsync(e => e.At))).ShouldBeGreaterThan(late.AddDays(-367));
        var active = await demo.InDatabaseAsync(db =>
            db.Experiments.Where(e => e.State == ExperimentState.Planned).Select(e => e.OwnerId).ToListAsync()
        );
        active.CountBy(owner => owner).ShouldAllBe(owner => owner.Value <= 2);
    }

    [Fact]
    public async Task Meridian_Post_reads_its_own_second_edition_and_what_was_made_before_stays_under_the_default()
    {
        var edition = await demo.InDatabaseAsync(db => db.FrameworkEditions.AsNoTracking().SingleAsync());
        var content = FrameworkContent.FromJson(edition.Content);

        (edition.Number, edition.IsDraft).ShouldBe((2, false));
        content.Problems(id => id != "floor_safety").ShouldBeEmpty();
        content.MatrixWarnings().ShouldBeEmpty();
        (
            await demo.InDatabaseAsync(db => db.GrowthAims.Where(a => a.EditionId == FrameworkEditionId.Default).MaxAsync(a => a.ChangedAt))
        ).ShouldBeLessThan(edition.PublishedAt!.Value);
        (
            await demo.InDatabaseAsync(db => db.GrowthAims.Where(a => a.EditionId == edition.Id).MinAsync(a => a.ChangedAt))
        ).ShouldBeGreaterThanOrEqualTo(edition.PublishedAt.Value);
    }

    [Fact]
    public async Task Two_leaders_with_the_same_story_did_not_live_the_same_days()
    {
        var plans = await demo.InDatabaseAsync(db =>
            db.Plans.AsNoTracking()
                .Select(p => new
                {
                    p.StartsOn,
                    p.EndsOn,
                    p.ReviewedOn,
                })
                .ToListAsync()
        );

        plans.Distinct().Count().ShouldBeGreaterThan(plans.Count / 3);
    }

    [Fact]
    public async Task The_desk_lists_every_kind_of_user_and_each_signs_in_with_one_click()
    {
        var accounts = (await demo.NewBrowser().Client.GetFromJsonAsync<List<DemoSignIn>>("/demo/accounts"))!;

        accounts.Count.ShouldBe(DemoAccounts.All.Count);
        accounts.ShouldAllBe(a => a.Name.Length > 0 && a.Role.Length > 0 && a.Password == DemoAccounts.Password);
        accounts.Select(a => a.Role).ShouldBeUnique();
        foreach (var account in accounts)
        {
            var browser = await demo.BeAsync(account.Username);
            (await browser.GetAsync("/")).Status.ShouldBe(HttpStatusCode.OK, account.Role);
        }

        var grants = await demo.InDatabaseAsync(db => db.Grants.Select(g => g.Role).Distinct().ToListAsync());
        grants.ShouldBe(Enum.GetValues<Role>(), ignoreOrder: true);
    }

    [Fact]
    public async Task Nobody_but_those_listed_has_a_password()
    {
        var listed = DemoAccounts.All.Select(a => a.EmployeeId).ToList();
        var withPassword = await demo.InDatabaseAsync(db =>
            db.Accounts.Where(a => a.PasswordHash != null)
                .Join(db.People, a => a.PersonId, p => p.Id, (_, p) => p.EmployeeId!)
                .ToListAsync()
        );

        withPassword.ShouldBe(listed, ignoreOrder: true);
    }

    [Fact]
    public async Task The_leader_has_a_try_today_one_from_yesterday_to_look_back_at_and_an_answer_to_read()
    {
        var employee = DemoAccounts.All.First(a => a.Key == "leader").EmployeeId;
        var leader = await demo.InDatabaseAsync(db => db.People.AsNoTracking().FirstAsync(p => p.EmployeeId == employee));
        var zone = TimeZoneInfo.FindSystemTimeZoneById(leader.TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(MadeDemo.MadeAt, zone).DateTime);
        var experiments = await demo.InDatabaseAsync(db => db.Experiments.AsNoTracking().Where(e => e.OwnerId == leader.Id).ToListAsync());
        var yesterday = experiments.Single(e => e.On == today.AddDays(-1));

        experiments.ShouldContain(e => e.On == today && e.State == ExperimentState.Planned);
        yesterday.State.ShouldBe(ExperimentState.Done);
        (await demo.InDatabaseAsync(db => db.Reviews.AnyAsync(r => r.ExperimentId == yesterday.Id))).ShouldBeFalse();
        (
            await demo.InDatabaseAsync(db =>
                db.FeedbackRequests.AnyAsync(r => r.OwnerId == leader.Id && r.AnsweredAt != null && r.ReadAt == null)
            )
        ).ShouldBeTrue();
        (
            await demo.InDatabaseAsync(db => db.Plans.AnyAsync(p => p.OwnerId == leader.Id && p.EndedAt == null && p.EndsOn >= today))
        ).ShouldBeTrue();
    }

    [Fact]
    public async Task A_look_over_the_data_finds_nothing()
    {
        var report = await demo.InDatabaseAsync(db =>
            DataCheck.RunAsync(db, (KeyStore)demo.Services.GetService(typeof(KeyStore))!, CancellationToken.None)
        );

        report.Findings.ShouldBeEmpty();
        report.SealedTexts.ShouldBeGreaterThan(10_000);
    }
}
