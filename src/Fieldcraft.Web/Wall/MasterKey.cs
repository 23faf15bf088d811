using System.Security.Cryptography;

namespace Fieldcraft.Web.Wall;

/// <summary>The key under which all others lie: from the environment, or from a file that only the program's user can read.</summary>
public sealed class MasterKey
{
    public const string EnvironmentVariable = "FIELDCRAFT_MASTER_KEY";
    public const int Length = 32;
    private readonly byte[] _key;

    public MasterKey(byte[] key)
    {
        if (key.Length != Length)
        {
            throw new StartRefusedException("master-key-malformed", "The master key must be 32 bytes in Base64.");
        }

        _key = key;
    }

    public static MasterKey Load(Settings settings, bool keyStoreExists)
    {
        if (Environment.GetEnvironmentVariable(EnvironmentVariable) is { Length: > 0 } fromEnvironment)
        {
            return new MasterKey(Decode(fromEnvironment));
        }

        if (File.Exists(settings.MasterKeyFile))
        {
            return new MasterKey(Decode(File.ReadAllText(settings.MasterKeyFile)));
        }

        if (keyStoreExists)
        {
            throw new StartRefusedException(
                "master-key-missing",
                $"There is a key store, but its master key is missing. Put master.key back into the data folder, or set {EnvironmentVariable}. Nothing was changed."
            );
        }

        var key = RandomNumberGenerator.GetBytes(Length);
        using (var file = new FileStream(settings.MasterKeyFile, NewPrivateFile))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(key)));
            file.Flush(flushToDisk: true);
        }

        return new MasterKey(key);
    }

    /// <summary>Encrypts a small secret; <paramref name="purpose"/> is authenticated with it.</summary>
    public byte[] Wrap(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> purpose) => KeyWrapping.Wrap(_key, secret, purpose);

    public byte[] Unwrap(ReadOnlySpan<byte> wrapped, ReadOnlySpan<byte> purpose) => KeyWrapping.Unwrap(_key, wrapped, purpose);

    private static FileStreamOptions NewPrivateFile
    {
        get
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            return options;
        }
    }

    private static byte[] Decode(string text)
    {
        var bytes = new byte[Length + 16];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var written) ? bytes[..written] : [];
    }
}

/// <summary>AES-256-GCM for keys: nonce, tag, ciphertext in one piece.</summary>
internal static class KeyWrapping
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    public static byte[] Wrap(ReadOnlySpan<byte> key, ReadOnlySpan<byte> secret, ReadOnlySpan<byte> purpose)
    {
        var wrapped = new byte[NonceLength + TagLength + secret.Length];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, NonceLength));
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(
            wrapped.AsSpan(0, NonceLength),
            secret,
            wrapped.AsSpan(NonceLength + TagLength),
            wrapped.AsSpan(NonceLength, TagLength),
            purpose
        );
        return wrapped;
    }

    /// <exception cref="CryptographicException">The key, the purpose or the bytes are not those it was wrapped with.</exception>
    public static byte[] Unwrap(ReadOnlySpan<byte> key, ReadOnlySpan<byte> wrapped, ReadOnlySpan<byte> purpose)
    {
        var secret = new byte[wrapped.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(wrapped[..NonceLength], wrapped[(NonceLength + TagLength)..], wrapped.Slice(NonceLength, TagLength), secret, purpose);
        return secret;
    }
}

/// <summary>The program refuses to start: what is wrong, and how to recover. The data stays as it is.</summary>
public sealed class StartRefusedException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
