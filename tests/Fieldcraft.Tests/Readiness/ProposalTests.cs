using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Domain.Rhythm;

namespace Fieldcraft.Tests.Readiness;

public sealed class ProposalTests
{
    private static readonly DateOnly Window = new(2027, 3, 1);
    private static readonly IReadOnlyList<ProposalSite> Sites =
    [
        .. Enumerable
            .Range(0, 12)
            .Select(i => new ProposalSite(UnitId.From(Number(100 + i)), $"o.n{i / 4}.s{i:00}.", $"o.n{i / 4}.", "UTC")),
    ];

    [Theory]
    [InlineData(16, 13, 8, 25)]
    [InlineData(20, 10, 10, 20)]
    public void Two_hundred_leaders_need_so_many_previews_and_groups(int preview, int previews, int coaching, int groups)
    {
        var capacity = new PreparationCapacity(200, preview, coaching);

        (capacity.Previews, capacity.CoachingGroups).ShouldBe((previews, groups));
        capacity.LeaderHours.ShouldBe(500);
        capacity.FacilitatorHours.ShouldBe(previews + (groups * 1.5));
    }

    [Theory]
    [InlineData(21, "10,11")]
    [InlineData(25, "12,13")]
    [InlineData(40, "20,20")]
    [InlineData(33, "16,17")]
    [InlineData(7, "7")]
    [InlineData(47, "15,16,16")]
    public void Groups_have_the_wanted_size_or_are_equally_large(int people, string sizes) =>
        string.Join(
                ',',
                GroupCut.Of(Enumerable.Range(0, people).ToList(), 16, 20, (_, _) => Distance.SameNetwork).Select(g => g.Count).Order()
            )
            .ShouldBe(sizes);

    [Fact]
    public void A_group_ends_where_a_network_ends_if_the_sizes_allow_it()
    {
        // 18 of one network and 17 of another; 20 and 15 would be cheaper to count and dearer to travel.
        var people = Enumerable.Range(0, 35).Select(i => i < 18 ? "a" : "b").ToList();

        GroupCut.Of(people, 16, 20, (a, b) => a == b ? Distance.SameNetwork : Distance.Further).Select(g => g.Count).ShouldBe([18, 17]);
    }

    [Fact]
    public void Everybody_has_one_preview_and_then_one_group_and_no_facilitator_is_at_two_places()
    {
        var task = Task(Leaders(200), Facilitators(8));
        var proposal = PreparationProposal.For(task);

        proposal.Unplaced.ShouldBeEmpty();
        foreach (var kind in Enum.GetValues<PreparationKind>())
        {
            var size = PreparationSize.Of(kind);
            var events = proposal.Events.Where(e => e.Kind == kind).ToList();
            events.SelectMany(e => e.Leaders).ShouldBeUnique();
            events.SelectMany(e => e.Leaders).Count().ShouldBe(200);
            events.ShouldAllBe(e => e.Leaders.Count <= size.LeadersAtMost && e.Leaders.Count >= size.LeadersAtLeast - 2);
            events.ShouldAllBe(e => e.When.On >= task.From && e.When.On <= task.Until && e.When.Minutes == size.Minutes);
        }

        foreach (var held in proposal.Events.GroupBy(e => e.Facilitator))
        {
            var stretches = held.Select(e => Stretch.Of(task.Start(e.When), e.When.Minutes)).ToList();
            stretches.Count(a => stretches.Any(b => a != b && a.Meets(b))).ShouldBe(0);
            held.GroupBy(e => e.When.On).ShouldAllBe(d => d.Count() <= PreparationProposal.EventsADay);
        }

        var previewOn = proposal
            .Events.Where(e => e.Kind == PreparationKind.Preview)
            .SelectMany(e => e.Leaders, (e, l) => (l, e.When.On))
            .ToDictionary(x => x.l, x => x.On);
        proposal.Events.Where(e => e.Kind == PreparationKind.Coaching).ShouldAllBe(e => e.Leaders.All(l => previewOn[l] < e.When.On));
    }

    [Fact]
    public void Not_everybody_is_away_on_one_day()
    {
        var byDay = PreparationProposal
            .For(Task(Leaders(200), Facilitators(30)))
            .Events.GroupBy(e => e.When.On)
            .Select(d => d.Count())
            .ToList();

        byDay.Count.ShouldBeGreaterThan(8);
        byDay.Max().ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public void The_same_leaders_in_another_order_get_the_same_proposal()
    {
        var leaders = Leaders(120);
        var turned = leaders.Reverse().ToList();

        Said(PreparationProposal.For(Task(leaders, Facilitators(5))))
            .ShouldBe(Said(PreparationProposal.For(Task(turned, [.. Facilitators(5).Reverse()]))));
    }

    [Fact]
    public void Language_and_shift_stay_together_and_a_night_is_held_at_night()
    {
        var proposal = PreparationProposal.For(Task(Leaders(200), Facilitators(8)));
        var shift = Leaders(200).ToDictionary(l => l.Id, l => l.Shift);

        proposal.Events.ShouldAllBe(e => e.Leaders.All(l => shift[l] == e.Shift));
        proposal.Events.Where(e => e.Shift == "night").ShouldNotBeEmpty();
        proposal.Events.ShouldAllBe(e => UsualShift.Holds(e.Shift, e.When.At!.Value, e.When.Minutes));
    }

    [Fact]
    public void What_does_not_fit_is_named_with_its_reason()
    {
        var leaders = Leaders(40)
            .Select(
                (l, i) =>
                    i < 8 ? l with { Language = "vi", Shift = "night" }
                    : i == 8 ? l with { Language = "ar" }
                    : l
            )
            .ToList();
        var proposal = PreparationProposal.For(Task(leaders, Facilitators(4)));

        var vietnamese = proposal.Unplaced.Single(u => u.Language == "vi");
        (vietnamese.Reason, vietnamese.Shift, vietnamese.Leaders.Count).ShouldBe((UnplacedReason.NoFacilitator, "night", 8));
        proposal.Unplaced.Single(u => u.Language == "ar").Reason.ShouldBe(UnplacedReason.Alone);
        proposal.Events.SelectMany(e => e.Leaders).Intersect(vietnamese.Leaders).ShouldBeEmpty();

        var nobodyFree = PreparationProposal.For(
            Task(Leaders(40), [.. Facilitators(1).Select(f => f with { Busy = [new Stretch(At(Window.AddDays(-60)), At(Window))] })])
        );
        nobodyFree.Events.ShouldBeEmpty();
        nobodyFree.Unplaced.ShouldAllBe(u => u.Reason == UnplacedReason.NoHour);
    }

    [Fact]
    public void A_facilitator_holds_only_where_the_grant_covers_the_site()
    {
        var own = Facilitators(1)[0] with { Paths = ["o.n0."] };
        var proposal = PreparationProposal.For(Task(Leaders(200), [own]));
        var network = Sites.ToDictionary(s => s.Id, s => s.NetworkPath);

        proposal.Events.ShouldNotBeEmpty();
        proposal.Events.ShouldAllBe(e => network[e.SiteId] == "o.n0.");
    }

    [Fact]
    public void Few_people_of_one_language_join_the_next_shift()
    {
        var leaders = Leaders(6).Select((l, i) => l with { Language = "es", Shift = i < 4 ? "early" : "late" }).ToList();
        var spanish = Facilitators(1)[0] with { Language = "es" };

        var preview = PreparationProposal.For(Task(leaders, [spanish])).Events.Single(e => e.Kind == PreparationKind.Preview);

        (preview.Leaders.Count, preview.Shift).ShouldBe((6, "early"));
    }

    [Fact]
    public void It_runs_from_four_to_two_weeks_before_the_window_or_says_that_it_is_late()
    {
        PreparationProposal.Days(Window, Window.AddDays(-60)).ShouldBe((Window.AddDays(-28), Window.AddDays(-14), false));
        PreparationProposal.Days(Window, Window.AddDays(-25)).ShouldBe((Window.AddDays(-23), Window.AddDays(-14), false));
        PreparationProposal.Days(Window, Window.AddDays(-19)).ShouldBe((Window.AddDays(-17), Window.AddDays(-1), true));
    }

    private static string Said(PreparationProposal proposal) =>
        string.Join('\n', proposal.Events.Select(e => $"{e.Kind} {e.SiteId} {e.When} {e.Facilitator} {string.Join(',', e.Leaders)}"));

    private static ProposalTask Task(IReadOnlyList<ProposalLeader> leaders, IReadOnlyList<ProposalFacilitator> facilitators) =>
        new(
            Window.AddDays(-28),
            Window.AddDays(-14),
            Sites,
            leaders,
            facilitators,
            w => new DateTimeOffset(w.On.ToDateTime(w.At!.Value), TimeSpan.Zero)
        );

    private static IReadOnlyList<ProposalLeader> Leaders(int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => new ProposalLeader(
                    PersonId.From(Number(1_000 + i)),
                    Sites[i % 12].Id,
                    (i % 5) switch
                    {
                        < 3 => "early",
                        3 => "late",
                        _ => "night",
                    },
                    "en"
                )),
        ];

    private static IReadOnlyList<ProposalFacilitator> Facilitators(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new ProposalFacilitator(PersonId.From(Number(10 + i)), "en", ["o."], []))];

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static Guid Number(int n) => new(n, 0, 0, new byte[8]);
}
