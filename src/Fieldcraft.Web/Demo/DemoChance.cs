using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Web.Demo;

/// <summary>Chance that is the same in every demo: SplitMix64, seeded by a name. Random of the framework may change with its version.</summary>
internal sealed class DemoChance(string seed)
{
    private ulong _state = BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(seed)));

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int From(int least, int most) => least + (int)(Next() % (ulong)(most - least + 1));

    /// <summary>True in so many of a hundred cases.</summary>
    public bool In(int hundred) => From(1, 100) <= hundred;

    public T Of<T>(IReadOnlyList<T> choices) => choices[From(0, choices.Count - 1)];

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}

/// <summary>Ids that are the same in every demo made at the same time: version 7 like all others, with a name in place of chance.</summary>
internal static class DemoIds
{
    /// <summary>What has an address that people keep (persons, units) is dated back to one day, so that the address survives a new demo.</summary>
    public static readonly DateTimeOffset Founded = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static TId Of<TId>(DateTimeOffset at, string name)
        where TId : struct, IEntityId<TId>
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{typeof(TId).Name}/{name}")).AsSpan(0, 16);
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, at.ToUnixTimeMilliseconds());
        time[2..].CopyTo(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return TId.From(new Guid(bytes, bigEndian: true));
    }
}
