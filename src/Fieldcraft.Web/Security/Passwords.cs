using Fieldcraft.Domain.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Fieldcraft.Web.Security;

public enum PasswordCheck
{
    Wrong,
    Right,

    /// <summary>Right, and hashed in a way that is too weak by now.</summary>
    RightButWeak,
}

/// <summary>Hashes and checks passwords: PBKDF2 with SHA-512, as the framework stores it.</summary>
/// <param name="iterations">How often a password is hashed over. Tests, which sign in thousands of times, take fewer.</param>
public sealed class Passwords(int iterations = Passwords.Iterations)
{
    public const int Iterations = 210_000;
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "1234567890",
        "0123456789",
        "12345678910",
        "123456789a",
        "1q2w3e4r5t",
        "1qaz2wsx3edc",
        "abcdefghij",
        "administrator",
        "changeme123",
        "fieldcraft",
        "fieldcraft1",
        "iloveyou123",
        "letmein123",
        "password01",
        "password12",
        "password123",
        "password1234",
        "passw0rd123",
        "qwerty1234",
        "qwerty12345",
        "qwertyuiop",
        "welcome123",
        "welcome1234",
    };

    private static readonly string NobodysPassword = Secrets.Text(Secrets.New());
    private readonly PasswordHasher<SignInAccount> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = iterations }));
    private string? _nobodys;

    public string Hash(string password) => _hasher.HashPassword(null!, password);

    /// <summary>Checks a password. Without a hash the same work is done, so that time does not tell who is known here.</summary>
    public PasswordCheck Check(string? hash, string password)
    {
        var result = _hasher.VerifyHashedPassword(null!, hash ?? (_nobodys ??= Hash(NobodysPassword)), password);
        return hash is null
            ? PasswordCheck.Wrong
            : result switch
            {
                PasswordVerificationResult.Success => PasswordCheck.Right,
                PasswordVerificationResult.SuccessRehashNeeded => PasswordCheck.RightButWeak,
                _ => PasswordCheck.Wrong,
            };
    }

    /// <summary>What speaks against a new password, as the key of a word; null when nothing does.</summary>
    public static string? Objection(string? password, string userName)
    {
        if (password is null || password.Length < SignInAccount.ShortestPassword)
        {
            return "account.password.too_short";
        }

        if (password.Length > SignInAccount.LongestPassword)
        {
            return "account.password.too_long";
        }

        var name = SignInAccount.Normalise(userName);
        var isGuessed =
            Known.Contains(password)
            || password.Distinct().Count() < 4
            || SignInAccount.Normalise(password) == name
            || (name.Length > 0 && SignInAccount.Normalise(password) == name.Split('@')[0]);
        return isGuessed ? "account.password.guessed" : null;
    }
}
