using System.Globalization;

namespace Fieldcraft.Rehearsal;

/// <summary>A session that takes place.</summary>
internal sealed class HeldSession(
    Company company,
    Desks desks,
    Ledger ledger,
    RehearsalClock clock,
    Session session,
    Colleague leader,
    Device phone,
    Chance chance
)
{
    private const string Ticks = "leader's marks";
    private readonly string _at = $"/api/v1/sessions/{session.Id}";

    /// <summary>Lets it take place; the writing down is still to come.</summary>
    /// <param name="coming">Who comes of those with a seat.</param>
    /// <param name="strays">Who has a seat in another session of this hour and comes here by mistake.</param>
    public async Task<(Func<CancellationToken, Task> Write, int HoursLater)> RunAsync(
        IReadOnlyList<Guid> coming,
        IReadOnlyList<Guid> strays,
        CancellationToken cancellationToken
    )
    {
        await phone.GetAsync("open a session", $"/sessions/{session.Id}/run", cancellationToken);
        var shown = session.Seats.Select(s => s.Person).ToList();
        IReadOnlyList<Guid> people = [.. coming, .. strays];
        if (chance.In(20))
        {
            ledger.Count("without a line");
            var kept = Marks(people);
            return (token => WriteAsync(people, shown, fromPaper: false, kept, token), Math.Max(2, Later()));
        }

        var way = Way();
        var ticks = await ArriveAsync(way, people, cancellationToken);
        await GoOnAsync(cancellationToken);
        if (way == WayHere.Paper)
        {
            return (token => WriteAsync(people, shown, fromPaper: true, [], token), 20 + chance.Below(30));
        }

        await MarkAsync(Marks(ticks), cancellationToken);
        return (token => WriteAsync(people, shown, fromPaper: false, [], token), Later());
    }

    private WayHere Way() =>
        chance.Below(100) switch
        {
            < 50 => WayHere.OwnPhone,
            < 75 => WayHere.SharedTablet,
            < 90 => WayHere.Ticked,
            _ => WayHere.Paper,
        };

    // Most write it down at once, some in the evening, a few days later.
    private int Later() =>
        chance.Below(100) switch
        {
            < 80 => 1,
            < 92 => 8,
            _ => 24 + chance.Below(60),
        };

    /// <summary>People say so themselves as far as they can. Gives whom the leader ticks: those who could not, and some who had said so already.</summary>
    private async Task<List<Guid>> ArriveAsync(WayHere way, IReadOnlyList<Guid> people, CancellationToken cancellationToken)
    {
        if (way is WayHere.Ticked or WayHere.Paper)
        {
            return way == WayHere.Ticked ? [.. people] : [];
        }

        var opened = await phone.PostAsync("open the door", $"{_at}/door", new { }, cancellationToken);
        if (!opened.IsDone)
        {
            return [.. people];
        }

        var door = new Door(company, desks, ledger, clock, session.Id, opened.Body.GetProperty("code").GetString()!, chance);
        var pressed = await door.LetInAsync(way, people, cancellationToken);
        // "Did you press?" - "I think so": the leader ticks some once more.
        return [.. people.Where(p => !pressed.Contains(p) || chance.In(5))];
    }

    private IReadOnlyList<Mark> Marks(IEnumerable<Guid> people) => [.. people.Select(p => MarkOf(p, here: true, clock.Now))];

    private Mark MarkOf(Guid person, bool here, DateTimeOffset at) => new(Guid.CreateVersion7(clock.Now), person, here, at);

    private async Task MarkAsync(IReadOnlyList<Mark> marks, CancellationToken cancellationToken)
    {
        if (marks.Count == 0)
        {
            return;
        }

        var answer = await phone.PostAsync(Ticks, $"{_at}/attendance", new { marks }, cancellationToken);
        if (answer.IsDone)
        {
            ledger.Count("ticked by leaders", marks.Count);
            foreach (var mark in marks)
            {
                ledger.IsHere(session.Id, mark.Person);
            }
        }

        if (chance.In(15))
        {
            await phone.PostAsync(Ticks, $"{_at}/attendance", new { marks }, cancellationToken);
            ledger.Count("sent again", marks.Count);
        }

        if (chance.In(10))
        {
            await CorrectAsync(cancellationToken);
        }
    }

    /// <summary>Somebody was ticked by mistake, and it is put right; the time of a correction is later than that of the tick.</summary>
    private async Task CorrectAsync(CancellationToken cancellationToken)
    {
        var absent = session.Seats.Select(s => s.Person).FirstOrDefault(p => !ledger.Here.ContainsKey((session.Id, p)));
        if (absent == Guid.Empty)
        {
            return;
        }

        foreach (var here in new[] { true, false })
        {
            var mark = MarkOf(absent, here, clock.Now.AddSeconds(here ? 1 : 2));
            await phone.PostAsync(Ticks, $"{_at}/attendance", new { marks = new[] { mark } }, cancellationToken);
        }

        ledger.WasNotHere(session.Id, absent);
        ledger.Count("corrected");
    }

    private async Task GoOnAsync(CancellationToken cancellationToken)
    {
        foreach (var block in new[] { "welcome", "message", "close" })
        {
            await phone.PutAsync("go on", $"{_at}/run", new { block, at = clock.Now }, cancellationToken);
            await phone.GetAsync("look who is here", $"{_at}/run", cancellationToken);
        }
    }

    /// <summary>The two minutes of the leader; a device that was away sends what it kept, and sends it twice.</summary>
    private async Task WriteAsync(
        IReadOnlyList<Guid> people,
        IReadOnlyList<Guid> shown,
        bool fromPaper,
        IReadOnlyList<Mark> kept,
        CancellationToken cancellationToken
    )
    {
        await MarkAsync(kept, cancellationToken);
        var name = string.Create(CultureInfo.InvariantCulture, $"{leader.Number} {session.Start:dd MMM HH:mm}");
        var action = chance.In(75) ? $"{Texts.Actions[chance.Below(Texts.Actions.Count)]} ({name})" : null;
        var idea = chance.In(60) ? $"{Texts.Ideas[chance.Below(Texts.Ideas.Count)]} ({name})" : null;
        var body = new
        {
            present = people,
            shown,
            minutes = 50 + chance.Below(16),
            before = Hands(people.Count, first: 1),
            after = Hands(people.Count, first: 2),
            allBlocks = chance.In(80),
            filmShown = chance.In(85),
            actionAgreed = action is not null,
            lesson = chance.In(30) ? "The question first, the film second: next time the other way round." : null,
            action,
            idea,
            ideaNamed = chance.In(50),
            fromPaper,
        };
        var answer = await phone.PutAsync("write it down", $"{_at}/log", body, cancellationToken);
        if (!answer.IsDone)
        {
            return;
        }

        ledger.Count("held");
        ledger.Count("typed in from paper", fromPaper ? people.Count : 0);
        foreach (var person in people)
        {
            ledger.IsHere(session.Id, person);
        }

        if (action is not null)
        {
            ledger.Started(action, leader.Id);
        }

        if (idea is not null)
        {
            ledger.SentOn(idea, leader.Id);
        }

        if (kept.Count > 0 || chance.In(10))
        {
            await phone.PutAsync("write it down", $"{_at}/log", body, cancellationToken);
            ledger.Count("sent again");
        }
    }

    // Hands raised for 1 to 5, in sum; nobody's own.
    private int[]? Hands(int people, int first)
    {
        if (!chance.In(70))
        {
            return null;
        }

        var hands = new int[5];
        for (var i = 0; i < people; i++)
        {
            hands[Math.Min(4, first + chance.Below(3))]++;
        }

        return hands;
    }

    /// <param name="Id">Made on the device, so that sending it again changes nothing.</param>
    private sealed record Mark(Guid Id, Guid Person, bool Here, DateTimeOffset At);
}
