namespace Fieldcraft.Web.Api;

/// <summary>Bad input, field by field, with stable codes.</summary>
public static class InputProblem
{
    public static IResult Missing(string path) => Of(path, "missing");

    public static IResult TooLong(string path, int maximum) => Of(path, "too-long", maximum);

    /// <summary>Everything the domain finds wrong; null when it finds nothing.</summary>
    public static IResult? All(IReadOnlyList<Domain.Shared.InputProblem> problems) =>
        problems.Count == 0
            ? null
            : Problem.BadInput.Result(
                more: new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["errors"] = problems.Select(p => new { path = p.Path, code = p.Code }).ToArray(),
                }
            );

    /// <summary>A member that this operation does not know.</summary>
    public static IResult Unknown(string path) => Of(path, "unknown");

    /// <summary>A word where a number stands, a word that is none of the choices, or the other way round.</summary>
    public static IResult WrongKind(string path) => Of(path, "wrong-kind");

    public static IResult Of(string path, string code, object? limit = null) =>
        Problem.BadInput.Result(
            more: new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["errors"] = new[]
                {
                    new
                    {
                        path,
                        code,
                        limit,
                    },
                },
            }
        );
}

/// <summary>An address that asks for something impossible, found while its parameters are read; <see cref="ApiFaults"/> answers it.</summary>
internal sealed class BadParameterException(string name, string code, object? limit = null)
    : BadHttpRequestException("A parameter of the address cannot be used.")
{
    public IResult Result() => InputProblem.Of(name, code, limit);
}
