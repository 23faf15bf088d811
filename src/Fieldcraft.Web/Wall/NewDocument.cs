using System.Security.Cryptography;
using System.Text;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence.Rows;

namespace Fieldcraft.Web.Wall;

/// <summary>
/// A document that is just being made, its key still at hand: what the vault does one at a time, without a database round trip. For making
/// thousands at once (the demo); it is forgotten when the rows are stored.
/// </summary>
public sealed class NewDocument
{
    private readonly PersonId _owner;
    private readonly Guid _document;
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(Vault.KeyLength);

    internal NewDocument(PersonId owner, Guid document, byte[] ownerKey, DateTimeOffset now)
    {
        (_owner, _document) = (owner, document);
        OwnersWrap = Vault.WrapFor(owner, owner, document, _key, ownerKey, now);
        Sealer = Vault.SealerFor(owner, document, _key, ownerKey);
    }

    public KeyWrap OwnersWrap { get; }

    public ISealer Sealer { get; }

    /// <summary>Lets another reader in; for shared copies.</summary>
    public KeyWrap WrapFor(PersonId reader, byte[] readerKey, DateTimeOffset now) =>
        Vault.WrapFor(_owner, reader, _document, _key, readerKey, now);

    /// <summary>The key wrapped under a link's secret.</summary>
    public byte[] WrapForLink(byte[] secret) => Vault.WrapForLink(_key, _document, secret);
}
