package io.muster.api.service.upload;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How much callers may send.
 *
 * @param most most bytes of an upload, packed
 * @param mostUnpacked most bytes of all files of an archive
 * @param mostEntries most files of an archive
 */
@ConfigurationProperties("muster.uploads")
public record UploadSettings(DataSize most, DataSize mostUnpacked, int mostEntries) {}
