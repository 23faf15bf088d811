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
                more: new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = problems.Select(p => new { path = p.Path, code = p.Code }).ToArray() }
            );

    public static IResult Of(string path, string code, object? limit = null) =>
        Problem.BadInput.Result(more: new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = new[] { new { path, code, limit } } });
}
