using System.Globalization;
using System.Reflection;

namespace Fieldcraft.Web.Api;

/// <summary>
/// Which part of a list is wanted: <c>?after=ID&amp;limit=N</c>. Every list takes it as a parameter of this type, and answers with <see cref="Listed"/>.
/// </summary>
/// <param name="After">The last thing the caller has; null for the beginning.</param>
/// <param name="Limit">How many things the caller wants, 1 to <see cref="Most"/>.</param>
public sealed record Paging(Guid? After, int Limit) : Microsoft.AspNetCore.Http.Metadata.IEndpointParameterMetadataProvider
{
    public const int Usual = 20;
    public const int Most = 200;

    /// <summary>One more than wanted: whether it is there tells whether more follow.</summary>
    public int Take => Limit + 1;

    /// <exception cref="BadParameterException">A parameter is not an id, not a number or out of range.</exception>
    public static ValueTask<Paging?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult<Paging?>(Read(context.Request.Query));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new TakesPaging());

    private static Paging Read(IQueryCollection query)
    {
        Guid? after = null;
        if (query["after"].ToString() is { Length: > 0 } id)
        {
            after = Guid.TryParse(id, CultureInfo.InvariantCulture, out var known)
                ? known
                : throw new BadParameterException("after", "wrong-kind");
        }

        var limit = Usual;
        if (
            query["limit"].ToString() is { Length: > 0 } number
            && !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out limit)
        )
        {
            throw new BadParameterException("limit", "wrong-kind");
        }

        return limit is >= 1 and <= Most ? new Paging(after, limit) : throw new BadParameterException("limit", "out-of-range", Most);
    }
}

/// <summary>Marks operations that give a list part by part.</summary>
internal sealed class TakesPaging;

/// <summary>A part of a list. <c>next</c> is what to send as <c>after</c> for the following part; null at the end.</summary>
public sealed record Listed<T>(IReadOnlyList<T> Items, Guid? Next);

public static class Listed
{
    /// <summary>The part that was asked for, out of the <see cref="Paging.Take"/> rows that were read.</summary>
    public static Listed<T> Of<TRow, T>(IReadOnlyList<TRow> rows, Paging paging, Func<TRow, Guid> id, Func<TRow, T> shown) =>
        new([.. rows.Take(paging.Limit).Select(shown)], rows.Count > paging.Limit ? id(rows[paging.Limit - 1]) : null);

    /// <summary>A list that is short by its nature and given whole.</summary>
    public static Listed<T> Whole<T>(IEnumerable<T> items) => new([.. items], null);
}
