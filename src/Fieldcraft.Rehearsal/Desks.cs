using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Fieldcraft.Rehearsal;

/// <summary>
/// Who signs in, and how they came to be able to: the demo's own accounts by their password; everybody else by a printed code, with which leaders choose a
/// password and everybody else a PIN.
/// </summary>
internal sealed class Desks(Traffic traffic, Uri server, RehearsalClock clock) : IDisposable
{
    private const string Password = "a rehearsal needs long words";
    private const int SlipsAtOnce = 200;
    private const int TypingAtOnce = 3;

    // A session that nobody uses ends after fourteen days; whoever was away longer than this signs in again.
    private static readonly TimeSpan AwayAtMost = TimeSpan.FromDays(10);
    private readonly ConcurrentDictionary<Guid, Task<Device>> _signedIn = new();
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _lastUsed = new();
    private readonly ConcurrentDictionary<Guid, (string Code, DateTimeOffset Printed)> _codes = new();
    private readonly ConcurrentDictionary<Guid, (string UserName, string Password)> _accounts = new();
    private readonly ConcurrentDictionary<Guid, string> _pins = new();
    private readonly Dictionary<string, (Guid Person, Device Device)> _byRole = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _typing = new(TypingAtOnce);
    private int _devices;

    /// <summary>Whoever answers for the programme.</summary>
    public Device Lead => _byRole["programmeLead"].Device;
    public Device Administrator => _byRole["administrator"].Device;
    public Device Sponsor => _byRole["sponsor"].Device;

    public Device New() => new(traffic, server, Interlocked.Increment(ref _devices));

    /// <summary>Signs in everybody whom the demo offers.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        using var stranger = New();
        var offered = await stranger.GetAsync("who one can be", "/demo/accounts", cancellationToken);
        if (!offered.IsDone || offered.Body.ValueKind != JsonValueKind.Array)
        {
            throw new RehearsalStoppedException("No demo is served there. Start one with bin/run --demo, in a folder of its own.");
        }

        foreach (var account in offered.Body.EnumerateArray())
        {
            var (name, password) = (account.GetProperty("username").GetString()!, account.GetProperty("password").GetString()!);
            var device = New();
            var me = await SignInAsync(device, name, password, cancellationToken);
            if (!me.IsDone)
            {
                throw new RehearsalStoppedException($"{name} cannot sign in: {me.Code}.");
            }

            var id = me.Id;
            _accounts[id] = (name, password);
            _signedIn[id] = Task.FromResult(device);
            _lastUsed[id] = clock.Now;
            foreach (var role in me.Body.GetProperty("roles").EnumerateArray().Select(r => Company.Text(r, "role")).OfType<string>())
            {
                _byRole[role] = (id, device);
            }
        }
    }

    /// <summary>Printed codes for those who have none and no other way in.</summary>
    public async Task PrintAsync(IEnumerable<Guid> people, CancellationToken cancellationToken)
    {
        foreach (
            var some in people.Where(p => !_pins.ContainsKey(p) && !_accounts.ContainsKey(p) && !HasCode(p)).Distinct().Chunk(SlipsAtOnce)
        )
        {
            var printed = await Administrator.PostAsync("print codes", "/api/v1/people/slips", new { people = some }, cancellationToken);
            foreach (var slip in printed.IsDone ? printed.Body.GetProperty("slips").EnumerateArray() : [])
            {
                _codes[slip.GetProperty("person").GetGuid()] = (slip.GetProperty("code").GetString()!, clock.Now);
            }
        }
    }

    /// <summary>The desk or phone of a leader, signed in; the first time with a printed code and a password of their own.</summary>
    public async Task<Device> OfAsync(Colleague leader, CancellationToken cancellationToken)
    {
        var device = await _signedIn.GetOrAdd(leader.Id, _ => ActivateAsync(leader, cancellationToken));
        await ComeBackAsync(leader.Id, device, cancellationToken);
        return device;
    }

    /// <summary>Those who look every day sign in again after a long time in which nobody was here.</summary>
    public async Task ComeBackAsync(CancellationToken cancellationToken)
    {
        foreach (var (person, device) in _byRole.Values)
        {
            await ComeBackAsync(person, device, cancellationToken);
        }
    }

    private async Task ComeBackAsync(Guid person, Device device, CancellationToken cancellationToken)
    {
        if (clock.Now - _lastUsed.GetOrAdd(person, clock.Now) > AwayAtMost)
        {
            var (name, password) = _accounts[person];
            await SignInAsync(device, name, password, cancellationToken);
        }

        _lastUsed[person] = clock.Now;
    }

    /// <summary>The PIN of somebody; chosen with the printed code when it is used for the first time.</summary>
    public async Task<string?> PinAsync(Colleague person, Device phone, CancellationToken cancellationToken)
    {
        if (_pins.TryGetValue(person.Id, out var known))
        {
            return known;
        }

        if (!_codes.TryRemove(person.Id, out var slip))
        {
            return null;
        }

        var pin = PinOf(person);
        var chosen = await phone.PostAsync(
            "choose a PIN",
            "/api/v1/sign-in/pins",
            new
            {
                number = person.Number,
                code = slip.Code,
                pin,
            },
            cancellationToken
        );
        return chosen.IsDone ? _pins[person.Id] = pin : null;
    }

    public void Dispose()
    {
        _typing.Dispose();
        foreach (var device in _signedIn.Values.Where(d => d.IsCompletedSuccessfully))
        {
            device.GetAwaiter().GetResult().Dispose();
        }
    }

    // No steps and no digits of the number: the server refuses what can be guessed.
    private static string PinOf(Colleague person) =>
        Enumerable
            .Range(0, 3)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"{7 - i}1{9 - i}{person.Number[^1]}"))
            .First(pin => !person.Number.Contains(pin, StringComparison.Ordinal));

    private bool HasCode(Guid person) => _codes.TryGetValue(person, out var slip) && clock.Now - slip.Printed < AwayAtMost;

    private Task<Answer> SignInAsync(Device device, string username, string password, CancellationToken cancellationToken) =>
        OneByOneAsync(
            () => device.PostAsync("sign in", "/api/v1/sign-in", new { username, password }, cancellationToken),
            cancellationToken
        );

    // Passwords are slow to check on purpose; not everybody types theirs in the same second.
    private async Task<Answer> OneByOneAsync(Func<Task<Answer>> ask, CancellationToken cancellationToken)
    {
        await _typing.WaitAsync(cancellationToken);
        try
        {
            return await ask();
        }
        finally
        {
            _typing.Release();
        }
    }

    private async Task<Device> ActivateAsync(Colleague leader, CancellationToken cancellationToken)
    {
        if (!_codes.TryRemove(leader.Id, out var slip))
        {
            throw new RehearsalStoppedException($"There is no code for {leader.Number}.");
        }

        var device = New();
        var chosen = new
        {
            number = leader.Number,
            code = slip.Code,
            password = Password,
        };
        await OneByOneAsync(
            () => device.PostAsync("choose a password", "/api/v1/sign-in/activations", chosen, cancellationToken),
            cancellationToken
        );
        _accounts[leader.Id] = (leader.Number, Password);
        return device;
    }
}

/// <summary>The server's time, as it was last set.</summary>
internal sealed class RehearsalClock
{
    public DateTimeOffset Now { get; set; }
}
