using System.Text.Json;
using System.Text.Json.Serialization;
using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.Calendar;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Board;
using Fieldcraft.Web.Wall;

namespace Fieldcraft.Web.Demo;

internal sealed record ToldHoliday(int Month, int Day, string Name);

internal sealed record ToldPosting(
    PostingKind Kind,
    string Title,
    string Why,
    string GoodEnd,
    IReadOnlyList<string> Challenges,
    int Hours,
    int Weeks,
    string? Support,
    string OffThePlate
);

internal sealed record ToldTrial(string What, int Hours, int Weeks, string OffThePlate);

internal sealed record ToldBoard(
    IReadOnlyList<ToldHoliday> Holidays,
    IReadOnlyList<ToldPosting> Postings,
    IReadOnlyList<string> Asks,
    IReadOnlyList<string> Answers,
    IReadOnlyList<string> Thanks,
    ToldTrial Trial,
    ToldTrial EarlierTrial
);

/// <summary>
/// A year of the opportunity board: postings of leaders, conversations about them, what was taken up and what nobody answered, and two trials of the shown
/// leader. Told through the aggregates in the order of time.
/// </summary>
internal sealed class DemoBoard
{
    private const int PostingsInTheYear = 84;
    private const int AskedAtMost = 4;
    private const int AnsweredOfAHundred = 88;
    private const int TakenUpOfAHundred = 55;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly ToldBoard _told = JsonSerializer.Deserialize<ToldBoard>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Demo", "Together", "board.json")),
        Json
    )!;
    private readonly IReadOnlyList<DemoLeader> _leaders;
    private readonly DemoUnits _units;
    private readonly DemoKeys _keys;
    private readonly DemoRows _rows;
    private readonly BoardRules _rules;
    private readonly DateTimeOffset _now;

    public DemoBoard(DemoCast cast, DemoUnits units, DemoKeys keys, DemoRows rows, Rules rules, DateTimeOffset now)
    {
        _leaders = [.. cast.Leaders.Where(l => l.Row.Status == PersonStatus.Active)];
        (_units, _keys, _rows, _rules, _now) = (units, keys, rows, rules.Board, now);
    }

    private DateOnly Today => DateOnly.FromDateTime(_now.UtcDateTime);

    public void Tell()
    {
        foreach (var year in new[] { _now.Year - 1, _now.Year, _now.Year + 1 })
        {
            foreach (var holiday in _told.Holidays)
            {
                Enter(holiday, new DateOnly(year, holiday.Month, holiday.Day));
            }
        }

        for (var i = 0; i < PostingsInTheYear; i++)
        {
            Tell(i);
        }

        TellTrials();
    }

    private void Enter(ToldHoliday told, DateOnly on)
    {
        var at = _now.AddDays(-360);
        _rows.Holidays.Add(
            Holiday.Enter(DemoIds.Of<HolidayId>(at, $"{on:yyyyMMdd}"), _units.Organisation.Id, on, told.Name, false, at).Value!
        );
    }

    private void Tell(int number)
    {
        var chance = new DemoChance($"board/{number}");
        var told = _told.Postings[number % _told.Postings.Count];
        var poster = chance.Of(_leaders);
        // Over the year, the last ones in these weeks.
        var at = _now.AddDays(-355 + (number * 352.0 / PostingsInTheYear)).AddHours(-chance.From(0, 5));
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        var from = day.AddDays(14);
        var wording = new PostingWording
        {
            Kind = told.Kind,
            Title = told.Title,
            WhyItMatters = told.Why,
            GoodEnd = told.GoodEnd,
            Challenges = told.Challenges,
            HoursAWeek = told.Hours,
            FromOn = from,
            UntilOn = from.AddDays(told.Weeks * 7),
            Support = told.Support,
            OffThePlate = told.OffThePlate,
        };
        var id = DemoIds.Of<PostingId>(at, $"{number}");
        var posting = Posting.Post(id, poster.Person.Id, poster.Person.UnitId, true, wording, at).Value!;
        _rows.Postings.Add(posting);
        var asked = Enumerable
            .Range(0, chance.From(0, AskedAtMost))
            .Select(_ => chance.Of(_leaders))
            .Where(l => l.Person.Id != poster.Person.Id)
            .DistinctBy(l => l.Person.Id)
            .ToList();
        var isAnswered = chance.In(AnsweredOfAHundred);
        List<Interest> interests =
        [
            .. asked.Select((l, i) => Ask(posting, l, at.AddDays(2 + (i * 2)), isAnswered, chance)).OfType<Interest>(),
        ];
        End(posting, interests, chance);
    }

    private Interest? Ask(Posting posting, DemoLeader person, DateTimeOffset at, bool isAnswered, DemoChance chance)
    {
        if (at >= _now)
        {
            return null;
        }

        var id = DemoIds.Of<InterestId>(at, $"{posting.Id.Value}/{person.Row.EmployeeId}");
        var document = Vault.NewDocument(person.Person.Id, id.Value, _keys.Of(person.Person.Id), at);
        var newness =
            chance.In(25) ? WorkNewness.New
            : chance.In(40) ? WorkNewness.Partly
            : WorkNewness.DoneBefore;
        var interest = Interest
            .Express(
                id,
                posting,
                person.Person.Id,
                false,
                chance.Of(_told.Asks),
                newness,
                document.Sealer,
                DateOnly.FromDateTime(at.UtcDateTime),
                at
            )
            .Value!;
        var answered = at.AddDays(chance.From(1, 5));
        if (isAnswered && answered < _now)
        {
            interest.Write(posting.OwnerId, chance.Of(_told.Answers), 1, document.Sealer, answered);
            if (answered.AddDays(1) < _now)
            {
                interest.Write(interest.OwnerId, chance.Of(_told.Thanks), 2, document.Sealer, answered.AddDays(1));
            }
        }

        _rows.Wraps.Add(document.OwnersWrap);
        _rows.Wraps.Add(document.WrapFor(posting.OwnerId, _keys.Of(posting.OwnerId), at));
        _rows.Interests.Add(interest);
        return interest;
    }

    /// <summary>What comes of it, as far as it comes before now: taken up, closed because nobody answered, or over.</summary>
    private void End(Posting posting, List<Interest> interests, DemoChance chance)
    {
        var waiting = interests.Find(i => i.WaitsForAnswer);
        var calendar = new CountedDays(null, _rows.Holidays.Select(h => h.On), []);
        var flagged = waiting is null ? null : calendar.EndOf(waiting.AskedOn, _rules.FlagAfterDays)?.AddDays(1);
        if (flagged is { } on && on <= Today)
        {
            posting.Flag(on, At(on));
            var closed = calendar.EndOf(on, _rules.CloseAfterMoreDays)!.Value.AddDays(1);
            if (closed <= Today)
            {
                Close(posting, PostingEnd.NoAnswer, interests, At(closed));
            }

            return;
        }

        // Whoever had done it before is taken up somewhat more often: that is what the figure is there to show.
        var likely = interests
            .Where(i => i.AnsweredAt is not null)
            .OrderByDescending(i => i.Newness == WorkNewness.DoneBefore && chance.In(60))
            .FirstOrDefault();
        if (likely is not null && chance.In(TakenUpOfAHundred) && likely.AnsweredAt!.Value.AddDays(6) is var taken && taken < _now)
        {
            likely.TakeUp(taken);
            Close(posting, PostingEnd.TakenUp, interests, taken);
        }
        else if (posting.UntilOn < Today)
        {
            Close(posting, PostingEnd.Over, interests, At(posting.UntilOn.AddDays(1)));
        }
    }

    private static void Close(Posting posting, PostingEnd end, List<Interest> interests, DateTimeOffset at)
    {
        posting.Close(end, at);
        interests.ForEach(i => i.CloseWithPosting(at));
    }

    /// <summary>The shown leader: one trial that is over, agreed by silence, and one of which the manager has known since yesterday.</summary>
    private void TellTrials()
    {
        var employee = DemoAccounts.All.First(a => a.Key == "leader").EmployeeId;
        var leader = _leaders.First(l => l.Row.EmployeeId == employee);
        if (leader.Manager is not { } manager)
        {
            return;
        }

        var calendar = new CountedDays(null, _rows.Holidays.Select(h => h.On), []);
        var earlier = Tell(_told.EarlierTrial, leader, manager, _now.AddDays(-150));
        var after = calendar.EndOf(earlier.DatesToldOn!.Value, _rules.TrialNoticeDays)!.Value.AddDays(1);
        earlier.ConsentBySilence(_rules, calendar, after, At(after));
        var now = Tell(_told.Trial, leader, manager, _now.AddDays(-1));
        _rows.Notices.Add(
            Notice.Tell(
                DemoIds.Of<NoticeId>(_now.AddDays(-1), "board/trial"),
                manager.Id,
                BoardNotices.TrialTold.Key,
                leader.Person.Id,
                BoardLinks.Trial(now.Id),
                _now.AddDays(-1)
            )
        );
    }

    private TrialNotice Tell(ToldTrial told, DemoLeader leader, Person manager, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        var id = DemoIds.Of<TrialNoticeId>(at, leader.Row.EmployeeId);
        var document = Vault.NewDocument(leader.Person.Id, id.Value, _keys.Of(leader.Person.Id), at);
        var facts = new TrialFacts
        {
            What = told.What,
            HoursAWeek = told.Hours,
            FromOn = day.AddDays(14),
            UntilOn = day.AddDays(14 + (told.Weeks * 7)),
            OffThePlate = told.OffThePlate,
        };
        var trial = TrialNotice.Tell(id, leader.Person.Id, manager.Id, TrialOrigin.None, facts, false, document.Sealer, day, at).Value!;
        _rows.Wraps.Add(document.OwnersWrap);
        _rows.Wraps.Add(document.WrapFor(manager.Id, _keys.Of(manager.Id), at));
        _rows.Trials.Add(trial);
        return trial;
    }

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new TimeOnly(1, 0)), TimeSpan.Zero);
}
