using System.Buffers.Binary;
using System.Buffers.Text;
using Fieldcraft.Domain.Rhythm;
using Microsoft.AspNetCore.DataProtection;

namespace Fieldcraft.Web.Features.Rhythm;

/// <summary>
/// Sealed tickets for the link in a nudge: good for that nudge alone, for a few days, and for nothing but its one action or its dismissal.
/// They show no private text.
/// </summary>
public sealed class NudgeTickets(IDataProtectionProvider protection, TimeProvider clock)
{
    private const int IdLength = 16;
    private readonly IDataProtector _seal = protection.CreateProtector("fieldcraft nudge 1");

    public string Ticket(NudgeId nudge, DateTimeOffset until)
    {
        var content = new byte[IdLength + sizeof(long)];
        nudge.Value.TryWriteBytes(content, bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(content.AsSpan(IdLength), until.ToUnixTimeSeconds());
        return Base64Url.EncodeToString(_seal.Protect(content));
    }

    /// <summary>Null for a ticket that is over, or was not sealed here.</summary>
    public NudgeId? Open(string ticket) =>
        Tickets.Unseal(_seal, ticket) is { Length: IdLength + sizeof(long) } content
        && BinaryPrimitives.ReadInt64BigEndian(content.AsSpan(IdLength)) >= clock.GetUtcNow().ToUnixTimeSeconds()
            ? NudgeId.From(new Guid(content.AsSpan(0, IdLength), bigEndian: true))
            : null;
}
