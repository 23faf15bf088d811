using Fieldcraft.Domain.People;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.SignIn;

/// <summary>What came of trying a user name and a password or PIN. Unknown, wrong and left the organisation look the same.</summary>
public sealed record PasswordTry(PersonId? Person, TimeSpan? Wait, Proof Proof = Proof.Password)
{
    public static readonly PasswordTry Wrong = new(null, null);

    public bool IsRight => Person is not null;
}

/// <summary>
/// Checks a password, for the page and the API. Tries are counted for the user name at this address, more slowly for the user name from
/// anywhere, and for the address; a device that signed this person in before has tries of its own, so that no stranger uses them up.
/// </summary>
internal sealed class PasswordSignIn(
    FieldcraftDb db,
    Passwords passwords,
    Pins pins,
    Throttle throttle,
    KnownDevices devices,
    OwnerWarnings warnings,
    IHttpContextAccessor http,
    TimeProvider clock
)
{
    private static readonly TimeSpan Short = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    public async Task<PasswordTry> TryAsync(string userName, string password, CancellationToken cancellationToken)
    {
        var name = SignInAccount.Normalise(userName);
        var account = await SignInNames.AccountAsync(db, userName, cancellationToken);
        var limits = LimitsFor(name, account);
        if (await throttle.TakeAsync(limits, cancellationToken) is { } wait)
        {
            await warnings.QueueAsync(name, SignInNoticeKind.WrongPasswords, cancellationToken);
            return new PasswordTry(null, wait);
        }

        var check = passwords.Check(account?.PasswordHash, password);
        if (check == PasswordCheck.Wrong && PersonPin.Objection(password, null) is null)
        {
            var pin = await pins.TryAsync(userName, password, cancellationToken);
            await (pin.Person is null ? Task.CompletedTask : throttle.GiveBackAsync(limits, cancellationToken));
            return new PasswordTry(pin.Person, pin.Wait, Proof.Pin);
        }

        if (check == PasswordCheck.Wrong || account is null || await HasLeftAsync(account.PersonId, cancellationToken))
        {
            return PasswordTry.Wrong;
        }

        await throttle.GiveBackAsync(limits, cancellationToken);
        if (check == PasswordCheck.RightButWeak)
        {
            account.Rehash(passwords.Hash(password), clock.GetUtcNow());
            await db.TrySaveAsync(cancellationToken);
        }

        return new PasswordTry(account.PersonId, null);
    }

    private ThrottleLimit[] LimitsFor(string name, SignInAccount? account)
    {
        var context = http.HttpContext!;
        if (account is not null && devices.Of(context.Request) is { } device && device.PersonId == account.PersonId)
        {
            return [new($"sign-in:device:{device.Id}", 10, Short)];
        }

        var address = AddressOf(context);
        return
        [
            new($"sign-in:pair:{address}:{name}", 10, Short),
            new($"sign-in:name:{name}", 50, Long),
            new($"sign-in:address:{address}", 100, Short),
        ];
    }

    private Task<bool> HasLeftAsync(PersonId person, CancellationToken cancellationToken) =>
        db.People.AnyAsync(p => p.Id == person && p.Status == PersonStatus.Left, cancellationToken);

    /// <summary>What stands for an address when tries are counted: a home has one IPv4 address, but millions of IPv6 ones.</summary>
    public static string AddressOf(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } from)
        {
            return "none";
        }

        return from.IsIPv4MappedToIPv6 || from.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork
            ? from.MapToIPv4().ToString()
            : Convert.ToHexStringLower(from.GetAddressBytes().AsSpan(0, 8));
    }
}
