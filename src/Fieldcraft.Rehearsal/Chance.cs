using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Fieldcraft.Rehearsal;

/// <summary>Chance that hangs on the seed and on what it is for, and not on which device spoke first.</summary>
internal sealed class Chance(int seed, string about)
{
    private int _drawn;

    /// <summary>A whole number from 0 to <paramref name="below"/> − 1.</summary>
    public int Below(int below) =>
        (int)(BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{about}/{_drawn++}"))) % (uint)below);

    /// <summary>True in so many of a hundred cases.</summary>
    public bool In(int hundred) => Below(100) < hundred;
}
