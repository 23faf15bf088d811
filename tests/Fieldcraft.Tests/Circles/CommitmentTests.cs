using System.Net;
using System.Text;
using Fieldcraft.Domain.Circles;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Circles;

public sealed class CommitmentTests
{
    private const string Canary = "I let Bilal run the handover on Friday";

    [Theory, OnEveryDatabase]
    public async Task A_commitment_is_its_owners_alone_until_they_reveal_it_and_again_after(Database database)
    {
        var company = await BegunAsync(database);
        var commitment = await company.CommitAsync(1, Canary);
        var page = $"{company.Address}/meetings/{await company.NextMeetingAsync()}";

        (await company.Browsers[1].GetAsync(page)).Main.ShouldContain(Canary);
        await NobodyReadsAsync(company, page);
        var row = await company.World.InDatabaseAsync(db =>
            db.CircleCommitments.AsNoTracking().SingleAsync(c => c.Id == CommitmentId.From(commitment))
        );
        Encoding.UTF8.GetString(row.Text.ToBytes()).ShouldNotContain("Bilal");

        await SwitchAsync(company, 1, commitment, "reveal");
        (await company.Browsers[0].GetAsync(page)).Main.ShouldContain(Canary);
        (await CommitmentsAsync(company.Browsers[2], company)).ShouldContain(Canary);

        await SwitchAsync(company, 1, commitment, "hide");
        await NobodyReadsAsync(company, page);
        (await company.World.InDatabaseAsync(db => db.KeyWraps.CountAsync(w => w.DocumentId == commitment))).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Somebody_else_can_neither_reveal_nor_tear_it_up(Database database)
    {
        var company = await BegunAsync(database);
        var commitment = await company.CommitAsync(1, Canary);
        var stranger = await company.World.SignedInAsync(await company.World.PersonAsync("Stranger"));

        foreach (var browser in (Browser[])[company.Browsers[0], stranger])
        {
            (await browser.ApiAsync(HttpMethod.Post, $"/api/v1/circles/commitments/{commitment}/reveal")).Status.ShouldBe(
                HttpStatusCode.NotFound
            );
            (await browser.ApiAsync(HttpMethod.Delete, $"/api/v1/circles/commitments/{commitment}")).Status.ShouldBe(
                HttpStatusCode.NotFound
            );
        }

        (await stranger.ApiAsync(HttpMethod.Get, $"{company.Api}/commitments")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync($"{company.Address}/meetings/{await company.NextMeetingAsync()}")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_comes_later_does_not_read_what_was_revealed_before(Database database)
    {
        var company = await BegunAsync(database);
        await company.CommitAsync(1, Canary, revealed: true);
        var late = await company.World.PersonAsync("Late");
        await company.InviteAsync(late);
        var browser = await company.World.SignedInAsync(late);
        await browser.ApiAsync(HttpMethod.Post, $"{company.Api}/seat");

        (await CommitmentsAsync(browser, company)).ShouldNotContain(Canary);
        (await CommitmentsAsync(company.Browsers[0], company)).ShouldContain(Canary);
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_leaves_takes_theirs_along_and_reads_those_of_the_others_no_more(Database database)
    {
        var company = await BegunAsync(database);
        var own = await company.CommitAsync(1, Canary, revealed: true);
        var other = await company.CommitAsync(2, "I ask the port first", revealed: true);

        (await company.Browsers[1].ApiAsync(HttpMethod.Delete, $"{company.Api}/seat")).Status.ShouldBe(HttpStatusCode.NoContent);

        (await CommitmentsAsync(company.Browsers[0], company)).ShouldBe(["I ask the port first"]);
        var wraps = await company.World.InDatabaseAsync(db =>
            db.KeyWraps.AsNoTracking().Where(w => w.DocumentId == own || w.DocumentId == other).ToListAsync()
        );
        wraps.Where(w => w.DocumentId == own).Select(w => w.ReaderId).ShouldBe([company.People[1].Id.Value]);
        wraps.ShouldNotContain(w => w.DocumentId == other && w.ReaderId == company.People[1].Id.Value);
    }

    [Theory, OnEveryDatabase]
    public async Task The_next_meeting_reminds_of_what_is_not_put_away(Database database)
    {
        var company = await BegunAsync(database);
        await company.CommitAsync(1, Canary);
        var done = await company.CommitAsync(1, "Done already");
        await SwitchAsync(company, 1, done, "settle");
        await company.Browsers[0].ApiAsync(HttpMethod.Post, $"/api/v1/circles/meetings/{await company.NextMeetingAsync()}/close");

        var page = await company.Browsers[1].GetAsync($"{company.Address}/meetings/{await company.NextMeetingAsync()}");

        page.Main.ShouldContain("Taken on before");
        page.Main.ShouldContain(Canary);
        page.Main.ShouldNotContain("Done already");
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_taken_on_is_worded_anew_over_the_version_that_was_seen(Database database)
    {
        var company = await BegunAsync(database);
        var commitment = await company.CommitAsync(1, "First wording");
        var address = $"/api/v1/circles/commitments/{commitment}";

        (await company.Browsers[1].ApiAsync(HttpMethod.Put, address, new { text = Canary }, ("If-Match", "\"1\""))).Status.ShouldBe(
            HttpStatusCode.NoContent
        );
        (await company.Browsers[1].ApiAsync(HttpMethod.Put, address, new { text = "late" }, ("If-Match", "\"1\""))).Status.ShouldBe(
            HttpStatusCode.PreconditionFailed
        );
        (await CommitmentsAsync(company.Browsers[1], company)).ShouldBe([Canary]);
    }

    private static async Task<Company> BegunAsync(Database database)
    {
        var company = await Company.GatherAsync(await World.OnAsync(database));
        (await company.BeginAsync()).ShouldBe(HttpStatusCode.NoContent);
        return company;
    }

    private static async Task NobodyReadsAsync(Company company, string page)
    {
        foreach (var other in (int[])[0, 2, 3])
        {
            (await company.Browsers[other].GetAsync(page)).Text.ShouldNotContain(Canary);
            (await CommitmentsAsync(company.Browsers[other], company)).ShouldNotContain(Canary);
        }
    }

    private static async Task SwitchAsync(Company company, int member, Guid commitment, string how) =>
        (await company.Browsers[member].ApiAsync(HttpMethod.Post, $"/api/v1/circles/commitments/{commitment}/{how}")).Status.ShouldBe(
            HttpStatusCode.NoContent
        );

    private static async Task<IReadOnlyList<string?>> CommitmentsAsync(Browser browser, Company company)
    {
        var (_, list, _) = await browser.ApiAsync(HttpMethod.Get, $"{company.Api}/commitments");
        return [.. list.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("text").GetString())];
    }
}
