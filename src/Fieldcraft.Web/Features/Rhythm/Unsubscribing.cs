using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Fieldcraft.Domain.People;
using Microsoft.AspNetCore.DataProtection;

namespace Fieldcraft.Web.Features.Rhythm;

/// <summary>
/// Sealed tickets that stop one list of mails for one person. They hold no secret of the database, open nothing else, and do not run out:
/// a mail may be old when somebody wants no more of its kind.
/// </summary>
public sealed class Unsubscribing(IDataProtectionProvider protection)
{
    /// <summary>The list of the digest; every other list is a kind of notice.</summary>
    public const string Digest = "digest";

    private const int IdLength = 16;
    private readonly IDataProtector _seal = protection.CreateProtector("fieldcraft unsubscribe 1");

    public string Ticket(PersonId person, string list) =>
        Base64Url.EncodeToString(_seal.Protect([.. person.Value.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(list)]));

    /// <summary>Whose mails of which list; null for anything that was not sealed here.</summary>
    public (PersonId Person, string List)? Open(string ticket)
    {
        if (Tickets.Unseal(_seal, ticket) is not { Length: > IdLength } content)
        {
            return null;
        }

        var list = Encoding.UTF8.GetString(content.AsSpan(IdLength));
        return list == Digest || NoticeKinds.Of(list) is not null
            ? (PersonId.From(new Guid(content.AsSpan(0, IdLength), bigEndian: true)), list)
            : null;
    }
}

/// <summary>Takes sealed tickets out of addresses; what was not sealed here is nothing.</summary>
internal static class Tickets
{
    private const int Longest = 600;

    public static byte[]? Unseal(IDataProtector seal, string ticket)
    {
        if (Security.Secrets.FromText(ticket, Longest) is not { } content)
        {
            return null;
        }

        try
        {
            return seal.Unprotect(content);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
