using System.Security.Cryptography;
using System.Text;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.SignIn;

/// <summary>What came of trying a number and a PIN. A number that nobody has and a wrong PIN look the same.</summary>
public sealed record PinTry(PersonId? Person, TimeSpan? Wait)
{
    public static readonly PinTry Wrong = new(null, null);
}

/// <summary>
/// Sets and checks PINs. Their hash is keyed with a secret of the key store, so that a stolen database says nothing; what stands between a PIN and whoever
/// tries them all is the count of tries.
/// </summary>
internal sealed class Pins(
    FieldcraftDb db,
    KeyStore keys,
    Throttle throttle,
    OwnerWarnings warnings,
    IHttpContextAccessor http,
    TimeProvider clock
)
{
    private const string SecretName = "pins";

    /// <summary>Checks a PIN. Right tries are not counted, so that a whole crew can use one device.</summary>
    public async Task<PinTry> TryAsync(string number, string pin, CancellationToken cancellationToken)
    {
        var limits = LimitsFor(number);
        if (await throttle.TakeAsync(limits, cancellationToken) is { } wait)
        {
            await warnings.QueueAsync(number, SignInNoticeKind.WrongPasswords, cancellationToken);
            return new PinTry(null, wait);
        }

        var person = await SignInNames.PersonAsync(db, number, cancellationToken);
        var id = person?.Id ?? PersonId.From(Guid.Empty);
        var kept = await db.PersonPins.AsNoTracking().FirstOrDefaultAsync(p => p.PersonId == id, cancellationToken);
        var hash = await HashAsync(id, pin, cancellationToken);
        if (kept is null || person is null or { Status: PersonStatus.Left } || !CryptographicOperations.FixedTimeEquals(kept.Hash, hash))
        {
            return PinTry.Wrong;
        }

        await throttle.GiveBackAsync(limits, cancellationToken);
        return new PinTry(person.Id, null);
    }

    /// <summary>Sets or replaces the PIN of a person; saved with the next save.</summary>
    /// <param name="byWayOf">Who made the way in; null when the person did it alone.</param>
    public async Task SetAsync(PersonId person, string pin, PersonId? byWayOf, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var kept = await db.PersonPins.FirstOrDefaultAsync(p => p.PersonId == person, cancellationToken);
        if (kept is null)
        {
            kept = PersonPin.For(person);
            db.Add(kept);
        }

        kept.Set(await HashAsync(person, pin, cancellationToken), byWayOf is not null, now);
        await db.TellAsync(person, SignInNoticeKind.PinSet, byWayOf, now, cancellationToken);
    }

    private async Task<byte[]> HashAsync(PersonId person, string pin, CancellationToken cancellationToken) =>
        HMACSHA256.HashData(await keys.SecretAsync(SecretName, cancellationToken), Encoding.ASCII.GetBytes($"{person.Value:n}:{pin}"));

    // Ten thousand PINs of four digits: thirty wrong ones a day find one in three hundred, and the owner is told.
    private ThrottleLimit[] LimitsFor(string number)
    {
        var address = PasswordSignIn.AddressOf(http.HttpContext!);
        var name = SignInAccount.Normalise(number);
        return
        [
            new($"pin:pair:{address}:{name}", 5, TimeSpan.FromMinutes(15)),
            new($"pin:name:{name}", 10, TimeSpan.FromHours(1)),
            new($"pin:day:{name}", 30, TimeSpan.FromDays(1)),
            new($"pin:address:{address}", 60, TimeSpan.FromMinutes(15)),
        ];
    }
}
