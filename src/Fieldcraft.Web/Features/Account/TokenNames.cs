using Fieldcraft.Domain.SignIn;

namespace Fieldcraft.Web.Features.Account;

/// <summary>The scopes as commands, API and pages write them: read, write, admin, private.</summary>
public static class TokenNames
{
    public static readonly IReadOnlyList<TokenScopes> All = [TokenScopes.Read, TokenScopes.Write, TokenScopes.Admin, TokenScopes.Private];

    public static IEnumerable<string> Of(TokenScopes scopes) => All.Where(s => scopes.HasFlag(s)).Select(Name);

    public static string Name(TokenScopes scope) => scope.ToString().ToLowerInvariant();

    /// <summary>Null when one of the names is no scope.</summary>
    public static TokenScopes? Read(IEnumerable<string> names)
    {
        var scopes = TokenScopes.None;
        foreach (var name in names.Select(n => n.Trim()).Where(n => n.Length > 0))
        {
            if (All.FirstOrDefault(s => Name(s) == name) is not (not TokenScopes.None and var scope))
            {
                return null;
            }

            scopes |= scope;
        }

        return scopes;
    }
}
