using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.SignIn;

/// <summary>What somebody shows to choose a password: the link of a mail, or number and code of a slip.</summary>
public sealed record ShownCode(string? Link, string? Number, string? Code);

/// <summary>What came of it. A number that nobody has, a wrong code and one that was used look the same.</summary>
public sealed record ActivationTry(PersonId? Person, TimeSpan? Wait)
{
    public static readonly ActivationTry Wrong = new(null, null);
}

/// <summary>Lets a person in by a one-time code and takes the new password, for the page and the API.</summary>
internal sealed class Activation(
    FieldcraftDb db,
    Codes codes,
    Passwords passwords,
    Throttle throttle,
    OwnerWarnings warnings,
    SignInDesk desk,
    Pins pins,
    Settings settings,
    IHttpContextAccessor http,
    TimeProvider clock
)
{
    private static readonly TimeSpan Short = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    /// <summary>Uses the code up, sets the password, ends every other session and code of the person.</summary>
    public Task<ActivationTry> TryAsync(ShownCode shown, string password, CancellationToken cancellationToken) =>
        UseAsync(
            shown,
            async (person, code, now) =>
            {
                var account = await AccountOfAsync(person, now, cancellationToken);
                account.SetPassword(passwords.Hash(password), IsByWayOfSomebodyElse(code, account), now);
                if (code.SentTo is { } address)
                {
                    account.ProveEmail(address, now);
                }

                await db.TellAsync(person.Id, SignInNoticeKind.PasswordSetByCode, code.MadeBy, now, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>Uses the code up and sets a PIN. A password that the person has stays as it is, and so do sealed items.</summary>
    public Task<ActivationTry> SetPinAsync(ShownCode shown, string pin, CancellationToken cancellationToken) =>
        UseAsync(shown, (person, code, _) => pins.SetAsync(person.Id, pin, code.MadeBy, cancellationToken), cancellationToken);

    private async Task<ActivationTry> UseAsync(
        ShownCode shown,
        Func<Person, OneTimeCode, DateTimeOffset, Task> set,
        CancellationToken cancellationToken
    )
    {
        var limits = LimitsFor(shown);
        if (await throttle.TakeAsync(limits, cancellationToken) is { } wait)
        {
            return new ActivationTry(null, wait);
        }

        var code = await FindAsync(shown, cancellationToken);
        var now = clock.GetUtcNow();
        if (
            code is null
            || await db.People.FirstOrDefaultAsync(p => p.Id == code.PersonId && p.Status != PersonStatus.Left, cancellationToken)
                is not { } person
            || code.Use(now).IsRefused
        )
        {
            await WarnAsync(shown, cancellationToken);
            return ActivationTry.Wrong;
        }

        await set(person, code, now);
        await codes.EndOpenAsync(person.Id, now, cancellationToken);
        await desk.EndOthersAsync(person.Id, butNot: null, cancellationToken);
        if (!await db.TrySaveAsync(cancellationToken))
        {
            // The same code was sent twice at the same moment; the other one came first.
            return ActivationTry.Wrong;
        }

        await throttle.GiveBackAsync(limits, cancellationToken);
        return new ActivationTry(person.Id, null);
    }

    /// <summary>The user name of the person whom an open link belongs to, so that the page can show it; null when the link is spent.</summary>
    public async Task<string?> UserNameOfAsync(string? link, CancellationToken cancellationToken)
    {
        if (await codes.FindByLinkAsync(link, cancellationToken) is not { } code)
        {
            return null;
        }

        var person = await db.People.AsNoTracking().FirstAsync(p => p.Id == code.PersonId, cancellationToken);
        return await db.Accounts.Where(a => a.PersonId == person.Id).Select(a => a.UserName).FirstOrDefaultAsync(cancellationToken)
            ?? NameFor(person);
    }

    /// <summary>
    /// A link that the person asked for counts as their own only when it went by a mail server to an address at which they have shown to read
    /// mail. The directory's address can be changed by others, and letters in the mail folder can be read by whoever runs the machine.
    /// </summary>
    private bool IsByWayOfSomebodyElse(OneTimeCode code, SignInAccount account) =>
        code.Purpose != CodePurpose.OwnReset
        || settings.Smtp is null
        || code.SentTo is null
        || account.ProvenEmail != SignInAccount.Normalise(code.SentTo);

    private async Task<OneTimeCode?> FindAsync(ShownCode shown, CancellationToken cancellationToken)
    {
        if (shown.Link is not null)
        {
            return await codes.FindByLinkAsync(shown.Link, cancellationToken);
        }

        var person = await SignInNames.PersonAsync(db, shown.Number ?? "", cancellationToken);
        return await codes.FindSlipAsync(person?.Id ?? PersonId.From(Guid.Empty), CodeText.Read(shown.Code) ?? "", cancellationToken);
    }

    private async Task<SignInAccount> AccountOfAsync(Person person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Accounts.FirstOrDefaultAsync(a => a.PersonId == person.Id, cancellationToken) is { } account)
        {
            return account;
        }

        account = SignInAccount.For(person.Id, NameFor(person), now);
        db.Add(account);
        return account;
    }

    private static string NameFor(Person person) => person.EmployeeId ?? person.Email ?? person.Id.Value.ToString("n");

    private async Task WarnAsync(ShownCode shown, CancellationToken cancellationToken)
    {
        // A link names its person only when it is right.
        if (shown.Link is null && shown.Number is not null)
        {
            await warnings.QueueAsync(shown.Number, SignInNoticeKind.WrongCodes, cancellationToken);
        }
    }

    private ThrottleLimit[] LimitsFor(ShownCode shown)
    {
        var address = PasswordSignIn.AddressOf(http.HttpContext!);
        var name = SignInAccount.Normalise(shown.Number ?? "");
        return shown.Link is null
            ?
            [
                new($"activate:pair:{address}:{name}", 10, Short),
                new($"activate:name:{name}", 50, Long),
                new($"activate:address:{address}", 100, Short),
            ]
            : [new($"activate:address:{address}", 100, Short)];
    }
}
