using System.Security.Cryptography;
using System.Text;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;

namespace Fieldcraft.Web.Features.SetUp;

/// <summary>
/// The code without which nobody sets up from another machine. It is printed on the console at start, the same on every node, and of no use
/// once somebody has set up.
/// </summary>
public sealed class SetUpCode(KeyStore keys, InstallationState state)
{
    private const string SecretName = "set-up";

    public async Task<bool> IsRightAsync(string? typed, CancellationToken cancellationToken)
    {
        var right = await CodeAsync(cancellationToken);
        return CodeText.Read(typed) is { } code
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(code), Encoding.ASCII.GetBytes(right));
    }

    /// <summary>The line for the console, or null when everything is set up.</summary>
    public async Task<string?> AnnouncementAsync(CancellationToken cancellationToken) =>
        await state.FindAsync(cancellationToken) is null
            ? $"Nobody has set this up yet. From another machine the set-up asks for this code: {CodeText.Grouped(await CodeAsync(cancellationToken))}"
            : null;

    private async Task<string> CodeAsync(CancellationToken cancellationToken) =>
        CodeText.From((await keys.SecretAsync(SecretName, cancellationToken)).AsSpan(0, CodeText.Length));
}
