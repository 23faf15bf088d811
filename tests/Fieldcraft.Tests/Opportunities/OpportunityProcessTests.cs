using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Tests.Plans;

namespace Fieldcraft.Tests.Opportunities;

/// <summary>The states and exit tests of DOMAIN 6.2, written down a second time and held against the aggregate.</summary>
public sealed class OpportunityProcessTests
{
    private static readonly OpportunityRules Rules = new()
    {
        CustomersWithNextContact = 3,
        EntriesAtMost = 40,
        QuestionsAtLeast = 5,
        QuestionsAtMost = 10,
        TrialWeeksAtLeast = 2,
        TrialWeeksAtMost = 8,
        LinkDays = 14,
    };

    private static readonly string[] OnThePage =
    [
        "wants",
        "service",
        "benefit",
        "trial",
        "cost",
        "risk",
        "measure",
        "baseline",
        "decider",
        "decideBy",
        "stopDoing",
    ];

    [Fact]
    public void The_whole_way_is_gone_when_each_step_is_done()
    {
        var walk = new Walk(OpportunityKind.NewService);
        walk.Facts = new ProcessFacts(2, 0, false);
        walk.GoOn().ShouldBe("opportunity-map-thin");
        walk.Facts = new ProcessFacts(3, 0, false);
        walk.GoOn().ShouldBeNull();
        walk.GoOn().ShouldBe("opportunity-need-unconfirmed");
        walk.Facts = new ProcessFacts(3, 1, false);
        walk.GoOn().ShouldBeNull();
        walk.Fill(SheetForms.Idea, ("idea", "A"), ("fitsNeed", "true"), ("feasible", "true"));
        walk.GoOn().ShouldBe("box-empty");
        walk.Fill(SheetForms.Idea, ("idea", "A"), ("fitsNeed", "true"), ("feasible", "true"), ("firstStep", "B"));
        walk.GoOn().ShouldBeNull();
        walk.Page([.. OnThePage.Select(b => (b, b == "decideBy" ? "2026-12-01" : b))]);
        walk.GoOn().ShouldBe("opportunity-not-co-created");
        walk.Send(CustomerAsk.Proposition).ShouldBeNull();
        walk.CustomerReturns(changes: false);
        walk.GoOn().ShouldBe("opportunity-not-co-created");
        walk.Send(CustomerAsk.Proposition).ShouldBeNull();
        walk.CustomerReturns(changes: true);
        walk.GoOn().ShouldBeNull();
        walk.Fill(SheetForms.Champion, ("decides", "Ines"));
        walk.Fill(SheetForms.Agreement, ("agreedWith", "Ines"), ("from", "2026-12-01"), ("until", "2026-12-14"), ("hours", "2"));
        walk.GoOn().ShouldBe("opportunity-trial-length");
        walk.Fill(SheetForms.Agreement, ("agreedWith", "Ines"), ("from", "2026-12-01"), ("until", "2026-12-15"), ("hours", "2"));
        walk.GoOn().ShouldBe("opportunity-manager-not-heard");
        walk.Facts = new ProcessFacts(3, 1, true);
        walk.GoOn().ShouldBeNull();
        walk.Fill(SheetForms.Agreement, ("agreedWith", "Somebody else")).ShouldBe("trial-agreed-already");
        walk.Send(CustomerAsk.Result).ShouldBe("result-too-early");
        walk.Fill(SheetForms.Review, ("measured", "4 of 5"), ("happened", "C"));
        walk.GoOn().ShouldBeNull();
        walk.GoOn().ShouldBe("box-empty");
        walk.Fill(SheetForms.Result, ("benefit", "D"), ("evidence", "E"), ("limits", "F"), ("credit", "G"));
        walk.Finish(OpportunityEnd.EmbeddedInRole).ShouldBe("opportunity-lesson-missing");
        walk.Lesson();
        walk.Finish(OpportunityEnd.EmbeddedInRole).ShouldBe("opportunity-result-unconfirmed");
        walk.Send(CustomerAsk.Result).ShouldBeNull();
        walk.CustomerConfirms(true);
        walk.Fill(SheetForms.Result, ("benefit", "More"), ("evidence", "E"), ("limits", "F"), ("credit", "G")).ShouldBeNull();
        walk.Finish(OpportunityEnd.EmbeddedInRole).ShouldBe("opportunity-result-unconfirmed", "what is written anew is confirmed anew");
        walk.Send(CustomerAsk.Result).ShouldBeNull();
        walk.CustomerConfirms(true);
        walk.Finish(OpportunityEnd.EmbeddedInRole).ShouldBeNull();
        walk.State.ShouldBe(OpportunityState.Embedded);
    }

    [Fact]
    public void A_change_of_the_present_job_needs_only_the_managers_yes()
    {
        var walk = new Walk(OpportunityKind.TaskCrafting);
        walk.State.ShouldBe(OpportunityState.Idea);
        walk.Fill(SheetForms.Idea, ("idea", "A"), ("firstStep", "B"));
        walk.Fill(SheetForms.Agreement, ("from", "2026-12-01"), ("until", "2026-12-20"), ("needsYes", "true"));
        walk.GoOn().ShouldBe("opportunity-manager-not-heard");
        walk.Fill(SheetForms.Agreement, ("from", "2026-12-01"), ("until", "2026-12-20"));
        walk.GoOn().ShouldBeNull();
        walk.State.ShouldBe(OpportunityState.Trial);
        walk.Page(("wants", "x")).ShouldBe("opportunity-no-proposition");
        walk.Lesson();
        walk.Finish(OpportunityEnd.HandedOver).ShouldBe("box-empty");
        walk.Fill(SheetForms.Review, ("measured", "x"), ("happened", "y"));
        walk.Finish(OpportunityEnd.HandedOver).ShouldBeNull();
        walk.State.ShouldBe(OpportunityState.Closed);
    }

    [Fact]
    public void It_can_stop_at_every_step_but_never_without_a_lesson()
    {
        foreach (var steps in Enumerable.Range(0, 4))
        {
            var walk = new Walk(OpportunityKind.NewService) { Facts = new ProcessFacts(5, 1, true) };
            walk.Fill(SheetForms.Idea, ("idea", "A"), ("fitsNeed", "true"), ("feasible", "true"), ("firstStep", "B"));
            for (var i = 0; i < steps; i++)
            {
                walk.GoOn();
            }

            walk.Finish(OpportunityEnd.StoppedLearned).ShouldBe("opportunity-lesson-missing");
            walk.Lesson();
            walk.Finish(OpportunityEnd.NewRole).ShouldBe("opportunity-end-too-early");
            walk.Finish(OpportunityEnd.StoppedLearned).ShouldBeNull();
            walk.State.ShouldBe(OpportunityState.Closed);
            walk.GoOn().ShouldBe("opportunity-over");
            walk.GoBack().ShouldBe("opportunity-over");
        }
    }

    /// <summary>Two thousand ways of thirty random acts: nobody gets round an exit test, forwards, backwards or by what the customer sends.</summary>
    [Fact]
    public void There_is_no_way_round_an_exit_test()
    {
        var reached = new Dictionary<OpportunityState, int>();
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new Random(seed);
            var walk = new Walk(random.Next(5) == 0 ? OpportunityKind.RelationalCrafting : OpportunityKind.NewService);
            for (var act = 0; act < 60; act++)
            {
                walk.Facts = new ProcessFacts(random.Next(2, 5), random.Next(2), random.Next(2) == 0);
                var before = walk.Seen();
                var moved = walk.Act(random);
                var after = walk.State;
                Violation(before, after, moved).ShouldBeNull($"seed {seed}, act {act}: {before.State} to {after}");
                reached[after] = reached.GetValueOrDefault(after) + 1;
            }
        }

        // A property that is never near the end would say nothing.
        foreach (var state in Enum.GetValues<OpportunityState>())
        {
            reached.GetValueOrDefault(state).ShouldBeGreaterThan(20, $"{state}");
        }
    }

    /// <summary>The counter-test: what the property looks for is found where somebody gets round a test.</summary>
    [Fact]
    public void A_way_round_would_be_found()
    {
        var empty = new Seen(OpportunityKind.NewService, OpportunityState.Mapped, Sheet.Empty, Sheet.Empty, false, false, new(2, 0, false));
        Violation(empty, OpportunityState.Dialogue, null).ShouldNotBeNull();
        Violation(empty with { State = OpportunityState.Proposition }, OpportunityState.Championed, null).ShouldNotBeNull();
        Violation(empty with { State = OpportunityState.Result }, OpportunityState.Embedded, OpportunityEnd.NewRole).ShouldNotBeNull();
        Violation(empty, OpportunityState.Closed, OpportunityEnd.StoppedLearned).ShouldNotBeNull();
        Violation(empty, OpportunityState.Idea, null).ShouldNotBeNull();
    }

    /// <summary>DOMAIN 6.2 in the words of the test: what must have been true for this move; null where it was.</summary>
    private static string? Violation(Seen before, OpportunityState after, OpportunityEnd? end)
    {
        var (kind, state, written, page, together, confirmed, facts) = before;
        var whole = kind == OpportunityKind.NewService;
        if (after == state || after == Earlier(whole, state))
        {
            return null;
        }

        if (after is OpportunityState.Embedded or OpportunityState.Closed && !written.Has("lesson"))
        {
            return "ended without a lesson";
        }

        if (end == OpportunityEnd.StoppedLearned)
        {
            return null;
        }

        var trial =
            written.Day("until")?.DayNumber - written.Day("from")?.DayNumber is >= 14 and <= 56
            && (facts.ManagerAgrees || (written.Number("hours") is null or 0 && !written.Ticked("needsYes")));
        return (whole, state, after) switch
        {
            (true, OpportunityState.Mapped, OpportunityState.Dialogue) when facts.CustomersWithNextContact >= 3 => null,
            (true, OpportunityState.Dialogue, OpportunityState.Idea) when facts.ConfirmedNeeds >= 1 => null,
            (true, OpportunityState.Idea, OpportunityState.Proposition)
                when written.Ticked("fitsNeed") && written.Ticked("feasible") && written.Has("firstStep") && written.Has("idea") => null,
            (true, OpportunityState.Proposition, OpportunityState.Championed) when together && OnThePage.All(page.Has) => null,
            (true, OpportunityState.Championed, OpportunityState.Trial) when trial && written.Has("decides") && written.Has("agreedWith") =>
                null,
            (true, OpportunityState.Trial, OpportunityState.Result) when written.Has("measured") && written.Has("happened") => null,
            (true, OpportunityState.Result, OpportunityState.Embedded or OpportunityState.Closed)
                when confirmed && written.Has("benefit") && written.Has("evidence") && written.Has("limits") && written.Has("credit") =>
                null,
            (false, OpportunityState.Idea, OpportunityState.Trial) when trial && written.Has("idea") && written.Has("firstStep") => null,
            (false, OpportunityState.Trial, OpportunityState.Embedded or OpportunityState.Closed)
                when written.Has("measured") && written.Has("happened") => null,
            _ => $"{state} to {after}",
        };
    }

    private static OpportunityState? Earlier(bool whole, OpportunityState state) =>
        whole && state is > OpportunityState.Mapped and <= OpportunityState.Result ? state - 1
        : !whole && state == OpportunityState.Trial ? OpportunityState.Idea
        : null;

    /// <summary>What stood before a move, kept by the test and not by the aggregate.</summary>
    private sealed record Seen(
        OpportunityKind Kind,
        OpportunityState State,
        Sheet Written,
        Sheet Page,
        bool Together,
        bool Confirmed,
        ProcessFacts Facts
    );

    private sealed class Walk
    {
        private readonly Opportunity _opportunity;
        private readonly OpportunityKind _kind;
        private Sheet _written = new([KeyValuePair.Create("title", "Returns desk")]);
        private Sheet _page = Sheet.Empty;
        private bool _together;
        private bool _confirmed;
        private DateTimeOffset _now = Given.Now;

        public Walk(OpportunityKind kind)
        {
            _kind = kind;
            _opportunity = Opportunity.Begin(
                Id.New<OpportunityId>(_now),
                Given.Owner,
                kind,
                Id.New<ProviderEntryId>(_now),
                _written,
                PlainSealer.One,
                _now
            );
        }

        public ProcessFacts Facts { get; set; } = new(0, 0, false);

        public OpportunityState State => _opportunity.State;

        public Seen Seen() => new(_kind, State, _written, _page, _together, _confirmed, Facts);

        public string? Fill(SheetForm form, params (string Key, string Text)[] boxes)
        {
            var written = _written.With(form, new Sheet(boxes.Select(b => KeyValuePair.Create(b.Key, b.Text))));
            var outcome = _opportunity.Write(form, written, PlainSealer.One, Tick());
            if (outcome.IsDone)
            {
                _written = written;
                _confirmed &= form != SheetForms.Result;
            }

            return outcome.Refusal?.Code;
        }

        public string? Page(params (string Key, string Text)[] boxes)
        {
            var page = new Sheet(boxes.Select(b => KeyValuePair.Create(b.Key, b.Text)));
            var outcome = _opportunity.WriteProposition(page, PlainSealer.One, Tick());
            _page = outcome.IsDone ? page : _page;
            return outcome.Refusal?.Code;
        }

        public string? Send(CustomerAsk ask) => _opportunity.Send(ask, Tick().AddDays(14), _now).Refusal?.Code;

        public void CustomerReturns(bool changes)
        {
            _page = changes ? new Sheet(_page.Said.Where(s => s.Key != "cost").Append(KeyValuePair.Create("cost", $"{_now:O}"))) : _page;
            _together |= changes;
            _opportunity.TakePage(_page, changes, PlainSealer.One, Tick());
        }

        public void CustomerConfirms(bool confirms)
        {
            _opportunity.TakeResultReply(SheetForms.Result.Of(_written), confirms, PlainSealer.One, Tick());
            _confirmed = confirms && State == OpportunityState.Result;
        }

        public void Lesson() => Fill(SheetForms.End, ("lesson", "Ask first"));

        public string? GoOn() => _opportunity.GoOn(_written, _page, Facts, Rules, PlainSealer.One, Tick()).Refusal?.Code;

        public string? GoBack()
        {
            var outcome = _opportunity.GoBack(Tick());
            _confirmed &= outcome.IsRefused;
            return outcome.Refusal?.Code;
        }

        public string? Finish(OpportunityEnd end) =>
            _opportunity.Finish(end, _written, _page, Facts, Rules, PlainSealer.One, Tick()).Refusal?.Code;

        /// <returns>How it ended, where it did.</returns>
        public OpportunityEnd? Act(Random random)
        {
            switch (random.Next(14))
            {
                case 0:
                    Some(random, SheetForms.Idea);
                    break;
                case 1:
                    Some(random, SheetForms.Champion);
                    break;
                case 2:
                    Some(random, SheetForms.Agreement);
                    break;
                case 3:
                    Some(random, SheetForms.Review);
                    break;
                case 4:
                    Some(random, SheetForms.Result);
                    break;
                case 5:
                    Page([.. OnThePage.Where(_ => random.Next(12) > 0).Select(b => (b, b == "decideBy" ? "2026-12-01" : b))]);
                    break;
                case 6 when _opportunity.WithCustomer == CustomerAsk.Proposition:
                    CustomerReturns(random.Next(2) == 0);
                    break;
                case 6 when _opportunity.WithCustomer == CustomerAsk.Result:
                    CustomerConfirms(random.Next(3) > 0);
                    break;
                case 6:
                case 7:
                    Send(State == OpportunityState.Result ? CustomerAsk.Result : CustomerAsk.Proposition);
                    break;
                case 8 when random.Next(4) == 0:
                    GoBack();
                    break;
                case 9 when random.Next(3) == 0:
                    Lesson();
                    break;
                case 10 when random.Next(4) == 0:
                    var end = (OpportunityEnd)random.Next(4);
                    return Finish(end) is null ? end : null;
                default:
                    GoOn();
                    break;
            }

            return null;
        }

        private void Some(Random random, SheetForm form) =>
            Fill(
                form,
                [
                    .. form
                        .Boxes.Where(_ => random.Next(10) > 0)
                        .Select(b =>
                            (
                                b.Key,
                                b.Kind switch
                                {
                                    BoxKind.Tick => Sheet.Yes,
                                    BoxKind.Day => b.Key == "from" ? "2026-12-01" : $"2026-12-{random.Next(2, 31):00}",
                                    BoxKind.Number => $"{random.Next(0, 2)}",
                                    _ => b.Key,
                                }
                            )
                        ),
                ]
            );

        private DateTimeOffset Tick() => _now = _now.AddMinutes(1);
    }
}
