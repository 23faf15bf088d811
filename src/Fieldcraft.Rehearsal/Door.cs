using System.Collections.Concurrent;

namespace Fieldcraft.Rehearsal;

/// <summary>How people say that they are here, in one session.</summary>
internal enum WayHere
{
    OwnPhone,
    SharedTablet,
    Ticked,
    Paper,
}

/// <summary>People who say themselves that they are here, by number and PIN: on their own phones all at once, or on a tablet one after the other.</summary>
internal sealed class Door(Company company, Desks desks, Ledger ledger, RehearsalClock clock, Guid session, string code, Chance chance)
{
    private const string Press = "press";
    private const string Attendance = "/api/v1/attendance";
    private const string WrongPin = "4826";
    private readonly ConcurrentBag<Guid> _pressed = [];

    /// <summary>Gives those whom the server let in; the others have no PIN yet, forgot to press, or found a dead tablet.</summary>
    public async Task<IReadOnlyCollection<Guid>> LetInAsync(WayHere way, IReadOnlyList<Guid> people, CancellationToken cancellationToken)
    {
        var habits = people
            .Where(_ => !chance.In(10))
            .Select(p => new Habit(p, SendsAgain: chance.In(10), Mistypes: chance.In(3)))
            .ToList();
        if (way == WayHere.OwnPhone)
        {
            await Task.WhenAll(habits.Select(h => OnOwnPhoneAsync(h, cancellationToken)));
            return _pressed;
        }

        using var tablet = desks.New();
        await tablet.GetAsync("open the tablet's page", $"/here/{code}/tablet", cancellationToken);
        // A tablet whose battery ends in the middle of the line.
        var works = chance.In(12) ? habits.Count / 2 : habits.Count;
        ledger.Count("dead tablets", works < habits.Count ? 1 : 0);
        foreach (var habit in habits.Take(works))
        {
            await SayAsync(tablet, habit, way, cancellationToken);
        }

        return _pressed;
    }

    private async Task OnOwnPhoneAsync(Habit habit, CancellationToken cancellationToken)
    {
        using var phone = desks.New();
        await phone.GetAsync("open the code's page", $"/here/{code}", cancellationToken);
        await SayAsync(phone, habit, WayHere.OwnPhone, cancellationToken);
    }

    private async Task SayAsync(Device device, Habit habit, WayHere way, CancellationToken cancellationToken)
    {
        var person = company.People[habit.Person];
        if (await desks.PinAsync(person, device, cancellationToken) is not { } pin)
        {
            return;
        }

        if (habit.Mistypes)
        {
            await device.PostAsync("press with a wrong PIN", Attendance, Said(WrongPin), cancellationToken, "sign-in-wrong");
        }

        var said = Said(pin);
        if ((await device.PostAsync(Press, Attendance, said, cancellationToken)).IsDone)
        {
            _pressed.Add(person.Id);
            ledger.IsHere(session, person.Id);
            ledger.Count(way == WayHere.OwnPhone ? "on own phones" : "on shared tablets");
        }

        if (habit.SendsAgain)
        {
            // The answer got lost on the way, so the device sends the same once more, and then the person presses anew.
            await device.PostAsync(Press, Attendance, said, cancellationToken);
            await device.PostAsync(Press, Attendance, Said(pin), cancellationToken);
            ledger.Count("sent again", 2);
        }

        object Said(string typed) =>
            new
            {
                id = Guid.CreateVersion7(clock.Now),
                door = code,
                number = person.Number,
                pin = typed,
                shared = way == WayHere.SharedTablet,
            };
    }

    private sealed record Habit(Guid Person, bool SendsAgain, bool Mistypes);
}
