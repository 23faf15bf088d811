using System.Security.Cryptography;
using System.Text;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Mail;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.SignIn;

/// <summary>A code that was just made, as it is printed. Nobody can show it again.</summary>
public sealed record PrintedSlip(PersonId Person, string Name, string Number, string Code, DateTimeOffset ExpiresAt);

/// <summary>
/// Makes and finds one-time codes. The database holds a hash keyed with a secret of the key store: whoever steals the database cannot try
/// codes against it.
/// </summary>
internal sealed class Codes(FieldcraftDb db, KeyStore keys, Post post, Settings settings, TimeProvider clock)
{
    private const string SecretName = "one-time-codes";

    /// <summary>Makes a slip for a person; older open codes end. Saved with the next save.</summary>
    public async Task<PrintedSlip> MakeSlipAsync(Person person, PersonId by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await EndOpenAsync(person.Id, now, cancellationToken);
        var text = CodeText.From(RandomNumberGenerator.GetBytes(CodeText.Length));
        var code = OneTimeCode.Make(
            Id.New<OneTimeCodeId>(now),
            person.Id,
            CodePurpose.Slip,
            await HashAsync(person.Id, text, cancellationToken),
            null,
            by,
            now
        );
        db.Add(code);
        await db.TellAsync(person.Id, SignInNoticeKind.SlipMade, by, now, cancellationToken);
        return new PrintedSlip(person.Id, person.FullName, person.EmployeeId ?? person.Email ?? "", text, code.ExpiresAt);
    }

    /// <summary>Sends a person a link to choose a password; older open codes end. Saved with the next save.</summary>
    /// <param name="by">Who wishes it; null when the person asked for it.</param>
    public async Task SendLinkAsync(Person person, PersonId? by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await EndOpenAsync(person.Id, now, cancellationToken);
        var hasPassword = await db.Accounts.AnyAsync(a => a.PersonId == person.Id && a.PasswordHash != null, cancellationToken);
        var purpose =
            by is null ? CodePurpose.OwnReset
            : hasPassword ? CodePurpose.ResetByOther
            : CodePurpose.Invitation;
        var id = Id.New<OneTimeCodeId>(now);
        var secret = Secrets.Text([.. id.Value.ToByteArray(bigEndian: true), .. Secrets.New()]);
        var code = OneTimeCode.Make(id, person.Id, purpose, await HashAsync(person.Id, secret, cancellationToken), person.Email, by, now);
        db.Add(code);
        await db.TellAsync(person.Id, by is null ? SignInNoticeKind.ResetAsked : SignInNoticeKind.LinkMade, by, now, cancellationToken);
        var key =
            by is null ? "sign_in.mail.asked"
            : hasPassword ? "sign_in.mail.reset"
            : "sign_in.mail.invitation";
        post.Send(
            person.Email!,
            person.Language,
            person.TimeZone,
            key,
            person.CalledName,
            settings.PublicAddress + SignInLinks.Link(secret)
        );
    }

    /// <summary>The open code behind a link, or null.</summary>
    public async Task<OneTimeCode?> FindByLinkAsync(string? link, CancellationToken cancellationToken)
    {
        if (Secrets.FromText(link) is not { Length: 16 + Secrets.Length } bytes)
        {
            return null;
        }

        var id = OneTimeCodeId.From(new Guid(bytes.AsSpan(0, 16), bigEndian: true));
        var code = await db.OneTimeCodes.FirstOrDefaultAsync(c => c.Id == id, cancellationToken);
        return code is not null && await IsRightAsync(code, link!, cancellationToken) ? code : null;
    }

    /// <summary>The person's open slip with this code, or null.</summary>
    public async Task<OneTimeCode?> FindSlipAsync(PersonId person, string code, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var slips = await db
            .OneTimeCodes.Where(c => c.PersonId == person && c.Purpose == CodePurpose.Slip && c.ExpiresAt > now)
            .ToListAsync(cancellationToken);
        foreach (var slip in slips)
        {
            if (await IsRightAsync(slip, code, cancellationToken))
            {
                return slip;
            }
        }

        return null;
    }

    public async Task EndOpenAsync(PersonId person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var code in await db.OneTimeCodes.Where(c => c.PersonId == person && c.ExpiresAt > now).ToListAsync(cancellationToken))
        {
            code.End(now);
        }
    }

    private async Task<bool> IsRightAsync(OneTimeCode code, string text, CancellationToken cancellationToken)
    {
        var hash = await HashAsync(code.PersonId, text, cancellationToken);
        return code.IsOpen(clock.GetUtcNow()) && CryptographicOperations.FixedTimeEquals(code.CodeHash, hash);
    }

    private async Task<byte[]> HashAsync(PersonId person, string text, CancellationToken cancellationToken) =>
        HMACSHA256.HashData(await keys.SecretAsync(SecretName, cancellationToken), Encoding.ASCII.GetBytes($"{person.Value:n}:{text}"));
}
