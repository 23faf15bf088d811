using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Persistence;

namespace Fieldcraft.Web.Demo;

/// <summary>The learning strategy of Meridian Post: parcels have overtaken letters, and what was trained for letters no longer helps.</summary>
internal sealed class DemoStrategy(DemoCast cast, DemoPeople people, DemoUnits units, DateTimeOffset now)
{
    private readonly List<StrategyEntry> _entries = [];

    private PersonId Lead => Account("programme_lead");

    private UnitId Top => units.Organisation.Id;

    public DemoStrategy Tell()
    {
        TellStrategy();
        return this;
    }

    public async Task StoreAsync(FieldcraftDb db, CancellationToken cancellationToken)
    {
        await db.InsertAsync(_entries, null, cancellationToken);
        await db.InsertAsync([.. _entries.SelectMany(e => e.Wordings)], null, cancellationToken);
        await db.InsertAsync([.. _entries.SelectMany(e => e.Stances)], null, cancellationToken);
        await db.InsertAsync([.. _entries.SelectMany(e => e.Answers)], null, cancellationToken);
        await db.InsertAsync([.. _entries.SelectMany(e => e.Effects)], null, cancellationToken);
    }

    /// <summary>What the actions brought about.</summary>
    public void Cause(ProgrammeId programme, IReadOnlyList<Posting> postings, IReadOnlyList<EnablingPromise> promises)
    {
        var actions = _entries.Where(e => e.Kind == StrategyKind.Action).ToList();
        actions[0].Caused(EffectKind.Promise, promises[0].Id.Value, Lead, At(-60));
        actions[1].Caused(EffectKind.Programme, programme.Value, Lead, At(-145));
        actions[1].Caused(EffectKind.Promise, promises[1].Id.Value, Lead, At(-60));
        foreach (var posting in new[] { postings.First(p => p.ClosedAs == PostingEnd.TakenUp), postings.Last(p => !p.IsClosed) })
        {
            actions[3].Caused(EffectKind.Posting, posting.Id.Value, Lead, At(-30));
        }
    }

    private void TellStrategy()
    {
        Write(
            StrategyKind.Opening,
            -190,
            [
                ("want", "Every parcel where it was promised, at a price people come back for."),
                ("have", "8,000 people who know their buildings, 42 sites, and routines made for letters."),
                ("around", "Letters fall by a tenth each year; three rivals deliver parcels the same day."),
            ]
        );
        var diagnosis = Write(
            StrategyKind.Diagnosis,
            -180,
            [
                ("crux", "Our routines were made for letters; on parcel days nobody on the floor may change them in time."),
                ("value", "We reach every door, also where nobody else goes."),
                ("change", "Same-day parcels; customers who follow each one on a phone."),
                ("scarce", "Team leaders who decide on the spot, and say what went wrong while it can still be mended."),
                ("conditions", "Small decisions on the floor; no blame for a stopped belt."),
                ("agreement", "Agreed in the networks; two states want to see it in costs first."),
            ]
        );
        diagnosis.TakeStance(Account("sponsor"), Stance.Agrees, null, At(-170));
        Write(
            StrategyKind.Evidence,
            -178,
            [
                ("what", "One parcel in nine is late on Mondays, one in forty on other days."),
                ("source", "Network figures"),
                ("on", Day(-200)),
                ("strength", "measured"),
                ("about", "crux"),
            ]
        );
        Write(
            StrategyKind.Evidence,
            -177,
            [
                ("what", "In nine of twelve talks, leaders waited for a call before they stopped a belt."),
                ("source", "Visits to six sites"),
                ("on", Day(-195)),
                ("strength", "observed"),
                ("about", "scarce"),
            ]
        );
        var floor = Policy(
            "Decisions about today's flow are taken by the team that sees it.",
            "send them up for approval, or write a rule for each case",
            "crux",
            -176
        );
        var work = Policy(
            "People learn where the work is, from one another, in minutes that are kept free.",
            "add courses to a week that is full already",
            "scarce",
            -175
        );
        var look = Policy(
            "Each network tries one new thing with a customer every quarter.",
            "roll anything out before a site has tried it",
            "change",
            -174
        );
        var leaders = cast.Leaders.Where(l => l.Level is "network" or "facility" && l.Row.Status == PersonStatus.Active).Take(9).ToList();
        foreach (var (leader, i) in leaders.Select((l, i) => (l, i)))
        {
            floor.TakeStance(
                leader.Person.Id,
                i == 4 ? Stance.Dissent
                    : i == 7 ? Stance.Reservation
                    : Stance.Agrees,
                i == 4 ? "With new people on every shift I cannot let each team stop the belt."
                    : i == 7 ? "Only once the night shift has a second leader."
                    : null,
                At(-160 + i)
            );
            work.TakeStance(leader.Person.Id, Stance.Agrees, null, At(-158 + i));
        }

        var late = Write(
            StrategyKind.Gap,
            -165,
            [
                ("name", "Parcels late on Mondays"),
                ("actual", "11.2"),
                ("desired", "3"),
                ("typical", "11.2"),
                ("exemplary", "4.1"),
                ("unit", "% late"),
                ("source", "Network figures"),
                ("on", Day(-168)),
                ("worthEach", "41000"),
                ("authorityMissing", "3"),
                ("processBroken", "2"),
                ("feedbackMissing", "2"),
                ("skillNeverLearned", "1"),
                ("remedy", "give_authority"),
                ("first", "The leader on shift may stop and re-plan the belt."),
            ]
        );
        var scan = Write(
            StrategyKind.Gap,
            -120,
            [
                ("name", "Damaged parcels scanned as sound"),
                ("actual", "2.4"),
                ("desired", "0.8"),
                ("unit", "% of damaged"),
                ("source", "Returns desk"),
                ("on", Day(-122)),
                ("skillRusty", "2"),
                ("toolsOrTimeMissing", "1"),
                ("remedy", "practice"),
            ]
        );
        Do(
            "Team leaders re-plan the belt themselves; the control room only listens.",
            floor,
            late,
            leaders[0],
            45,
            "generative",
            "complex",
            "conditions",
            900,
            -150
        );
        Do(
            "Ten minutes at the board in every shift: one thing seen, one thing changed.",
            work,
            null,
            leaders[1],
            60,
            "productive",
            "known",
            "work",
            5200,
            -148
        );
        Do(
            "Scanning practised again at the belt, with the real damaged parcels.",
            work,
            scan,
            leaders[2],
            20,
            "productive",
            "known",
            "work",
            640,
            -110
        );
        Do(
            "Two sites try evening hand-over with one big customer.",
            look,
            null,
            leaders[3],
            75,
            "generative",
            "discovery",
            "people",
            400,
            -100
        );
        var course = Do(
            "The scanning course is offered online.",
            null,
            null,
            null,
            null,
            "productive",
            "known",
            "course",
            300,
            -90,
            ("movedOnline", "true"),
            ("tool", "Course platform")
        );
        course.AnswerFinding("action-without-owner", "It ends with the contract in spring.", Lead, At(-80));
        Work(
            "Sorting at the belt",
            "yes",
            "yes",
            "yes",
            "yes",
            "no",
            "automate",
            "Refresher courses twice a year",
            2400,
            "Time at the belt with new people",
            -140
        );
        Work(
            "Delivery rounds",
            "yes",
            "yes",
            "yes",
            "yes",
            "yes",
            "simplify",
            "A handbook of 90 pages",
            800,
            "Rounds planned by the teams",
            -139
        );
        Work("Peak planning between sites", "no", "no", "no", "yes", "no", null, null, null, null, -138);
        Work("New services with customers", "no", "no", "no", "no", "yes", null, null, null, null, -137);
        Write(
            StrategyKind.Balance,
            -150,
            [
                ("generative", "30"),
                ("experimentHours", "6"),
                ("trialHours", "16"),
                ("why", "What is new today is what we live on in two years."),
            ]
        );
        Write(
            StrategyKind.Effort,
            -60,
            [
                ("about", "Outside course on planning for network managers"),
                ("mode", "productive"),
                ("on", Day(-60)),
                ("hours", "320"),
                ("money", "48000"),
                ("source", "outside"),
            ]
        );
        var site = leaders.First(l => l.Level == "facility");
        if (site.Person.UnitId is { } unit)
        {
            Write(
                StrategyKind.Place,
                -70,
                [
                    ("where", "When two shifts hand over at the dock, if both leaders stand at the board."),
                    ("hinders", "The late shift starts at the gate, six minutes away."),
                    ("enabler", site.Person.FullName),
                    ("by", Day(30)),
                ],
                unit: unit,
                by: site.Person.Id
            );
        }
    }

    private StrategyEntry Policy(string policy, string willNot, string answers, int day) =>
        Write(StrategyKind.Policy, day, [("policy", policy), ("willNot", willNot), ("answers", answers)]);

    private StrategyEntry Do(
        string action,
        StrategyEntry? policy,
        StrategyEntry? gap,
        DemoLeader? owner,
        int? due,
        string mode,
        string work,
        string tactic,
        int hours,
        int day,
        params (string, string)[] more
    )
    {
        List<(string, string)> boxes =
        [
            ("action", action),
            ("mode", mode),
            ("work", work),
            ("tactic", tactic),
            ("hours", $"{hours}"),
            .. more,
        ];
        if (due is { } days)
        {
            boxes.Add(("due", Day(days)));
        }

        return Write(StrategyKind.Action, day, boxes, policy?.Id, gap?.Id, owner?.Person.Id);
    }

    private void Work(
        string name,
        string experts,
        string predictable,
        string same,
        string goal,
        string cheap,
        string? support,
        string? supportNow,
        int? freed,
        string? wentTo,
        int day
    )
    {
        List<(string, string)> boxes =
        [
            ("name", name),
            ("expertsAgree", experts),
            ("predictable", predictable),
            ("sameNextMonth", same),
            ("goalFixed", goal),
            ("failureCheap", cheap),
        ];
        if (support is not null)
        {
            boxes.AddRange([
                ("standardStays", Domain.Sheets.Sheet.Yes),
                ("support", support),
                ("supportNow", supportNow!),
                ("hoursFreed", $"{freed}"),
                ("wentTo", wentTo!),
            ]);
        }

        Write(StrategyKind.Process, day, boxes);
    }

    private StrategyEntry Write(
        StrategyKind kind,
        int day,
        IEnumerable<(string, string)> boxes,
        StrategyEntryId? serves = null,
        StrategyEntryId? gap = null,
        PersonId? owner = null,
        UnitId? unit = null,
        PersonId? by = null
    )
    {
        var writing = new StrategyWriting(Sheet(boxes), serves, gap, null, owner);
        var entry = StrategyEntry
            .Write(DemoIds.Of<StrategyEntryId>(At(day), $"strategy/{_entries.Count}"), kind, unit ?? Top, writing, by ?? Lead, At(day))
            .Value!;
        _entries.Add(entry);
        return entry;
    }

    internal static Sheet Sheet(IEnumerable<(string Key, string Text)> boxes) => new(boxes.Select(b => KeyValuePair.Create(b.Key, b.Text)));

    private DateTimeOffset At(int day) => now.AddDays(day);

    private DateOnly Date(int day) => DateOnly.FromDateTime(At(day).UtcDateTime);

    private string Day(int day) => Date(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private PersonId Account(string key) => people.Of(DemoAccounts.All.First(a => a.Key == key).EmployeeId).Id;
}
